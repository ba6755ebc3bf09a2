<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>pixelwatt_accelerators</name>
        <message>
            <location filename="claims.py" />
            <location filename="plugin.py" />
            <location filename="views/chooser.py" />
            <location filename="views/panel.py" />
            <source>Accelerators</source>
            <translation>加速器</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>Note: {note}</source>
            <translation>说明：{note}</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>From:</source>
            <translation>依据：</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>a table of your own on top of ours; may be repeated</source>
            <translation>叠加在内置数据之上的自有数据表，可重复给出</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>print one JSON document</source>
            <translation>输出一个 JSON 文档</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>all accelerators</source>
            <translation>全部加速器</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>every figure of one, with its source</source>
            <translation>一款加速器的全部数据及其来源</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>a table with the winner of each row</source>
            <translation>带每行胜出者的对比表</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>print a Markdown table</source>
            <translation>输出 Markdown 表格</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>rates with sparsity</source>
            <translation>稀疏算力</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>work out a scenario file</source>
            <translation>计算一个场景文件</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>left out: {problem}</source>
            <translation>已略过：{problem}</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>--json and --markdown exclude each other.</source>
            <translation>--json 与 --markdown 不能同时使用。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>Choose one.</source>
            <translation>请二选一。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>compare needs two different ids.</source>
            <translation>compare 需要两个不同的 id。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>Name another one.</source>
            <translation>请再给出一个。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <location filename="core/render.py" />
            <location filename="core/workbook.py" />
            <location filename="views/table_model.py" />
            <source>Winner</source>
            <translation>胜出者</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <location filename="core/workbook.py" />
            <location filename="views/accelerator_editor.py" />
            <location filename="views/decision_section.py" />
            <location filename="views/figures_table.py" />
            <location filename="views/parallel_chart.py" />
            <location filename="views/topology_sketch.py" />
            <location filename="views/words.py" />
            <source>unknown</source>
            <translation>未知</translation>
        </message>
        <message>
            <location filename="core/axes.py" />
            <location filename="core/compare.py" />
            <location filename="core/quantities.py" />
            <location filename="core/verdicts.py" />
            <source>Memory</source>
            <translation>显存</translation>
        </message>
        <message>
            <location filename="core/axes.py" />
            <source>Bandwidth</source>
            <translation>带宽</translation>
        </message>
        <message>
            <location filename="core/axes.py" />
            <location filename="core/quantities.py" />
            <source>Link</source>
            <translation>互联</translation>
        </message>
        <message>
            <location filename="core/axes.py" />
            <source>Domain</source>
            <translation>域规模</translation>
        </message>
        <message>
            <location filename="core/axes.py" />
            <location filename="core/compare.py" />
            <location filename="views/money_section.py" />
            <location filename="views/price_editor.py" />
            <source>Price</source>
            <translation>价格</translation>
        </message>
        <message>
            <location filename="core/axes.py" />
            <source>J/token</source>
            <translation>焦/token</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>unknown accelerator “{id}”.</source>
            <translation>未知的加速器“{id}”。</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>See “pixelwatt accelerators list”.</source>
            <translation>请参见“pixelwatt accelerators list”。</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>Did you mean “{id}”?</source>
            <translation>是否想写“{id}”？</translation>
        </message>
        <message>
            <location filename="core/claim_checks.py" />
            <source>Google prints 192 GiB = {tpu}; the B200 offers 180 GiB = {b200} (192 GB was its figure of 2024). {tpu_gb} / {b200_gb} = {ratio}: the TPU has {more} % more, no tie.</source>
            <translation>Google 标注 192 GiB = {tpu}；B200 为 180 GiB = {b200}（192 GB 是其 2024 年的数字）。{tpu_gb} / {b200_gb} = {ratio}：TPU 多出 {more} %，并非平手。</translation>
        </message>
        <message>
            <location filename="core/claim_checks.py" />
            <source>TPU v7 {low} to {high}, B200 {other_low} to {other_high} (HGX data sheet: 7.7): the intervals do not overlap, the B200 leads by {margin} %.</source>
            <translation>TPU v7 为 {low} 至 {high}，B200 为 {other_low} 至 {other_high}（HGX 数据手册：7.7）：区间不重叠，B200 领先 {margin} %。</translation>
        </message>
        <message>
            <location filename="core/claim_checks.py" />
            <source>BF16 {bf16}, FP8 {fp8} times the B200: within 5 %. The table stops there: the B200 does {fp4} dense in FP4, twice its FP8, and Google publishes no FP4 rate for TPU v7. Where FP4 may be used, the row that is missing decides.</source>
            <translation>BF16 为 B200 的 {bf16} 倍，FP8 为 {fp8} 倍：相差在 5 % 以内。但该表到此为止：B200 的稠密 FP4 算力为 {fp4}，是其 FP8 的两倍，而 Google 未公布 TPU v7 的 FP4 算力。若可使用 FP4，缺失的这一行才是关键。</translation>
        </message>
        <message>
            <location filename="core/claim_checks.py" />
            <source>Both printed figures count both directions: {bidi} x. One way in total {uni_b} against {uni_t}. One pair of chips: {pair_b} against {pair_t}, {pair} x, because the TPU's six links go to six neighbours and NVLink goes through a switch.</source>
            <translation>两个公布值均为双向合计：{bidi} 倍。单向总和为 {uni_b} 对 {uni_t}。单对芯片之间：{pair_b} 对 {pair_t}，{pair} 倍，因为 TPU 的六条链路分别通往六个邻居，而 NVLink 经过交换机。</translation>
        </message>
        <message>
            <location filename="core/claim_checks.py" />
            <source>A TPU v7 pod has {pod} chips. The B200 (HGX) has a scale-up domain of {own}; {other} is the GB200 NVL72, another product with other rates (FP8 {rack_fp8} against {fp8}). The table mixes the two; the winner of the row stays the TPU.</source>
            <translation>一个 TPU v7 Pod 有 {pod} 颗芯片。B200（HGX）的纵向扩展域为 {own}；{other} 属于 GB200 NVL72，那是另一款产品，算力也不同（FP8 {rack_fp8} 对 {fp8}）。该表把两者混为一谈；这一行的胜出者仍是 TPU。</translation>
        </message>
        <message>
            <location filename="core/claim_checks.py" />
            <source>Google publishes no TDP. Estimates run from {low} to {high} W (best derivation {value} W); the B200's {b200} W lie inside that interval, so the row cannot be decided.</source>
            <translation>Google 未公布 TDP。估计值在 {low} 至 {high} W 之间（最可靠的推导为 {value} W）；B200 的 {b200} W 落在该区间内，因此这一行无法判定。</translation>
        </message>
        <message>
            <location filename="core/claim_checks.py" />
            <source>Google publishes no process for TPU v7; pages print 3 nm and 5 nm. The B200 is {b200}. And a process is no result: it decides nothing that the other rows do not show.</source>
            <translation>Google 未公布 TPU v7 的制程，各网页有 3 nm 与 5 nm 两种说法。B200 为 {b200}。况且制程本身不是结果：它能决定的，其他各行都已体现。</translation>
        </message>
        <message>
            <location filename="core/claim_checks.py" />
            <source>{gpus} x {per_gpu} = {product}, as NVIDIA prints today; 13.5 TB stood in the data sheet of 2024. By the essay's own 192 GB it would be 72 x 192 = 13.8 TB. Counted in bytes, nvidia-smi shows {exact}.</source>
            <translation>{gpus} x {per_gpu} = {product}，这是 NVIDIA 目前的标注；13.5 TB 出自 2024 年的数据手册。若按文章自己的 192 GB 计算，应为 72 x 192 = 13.8 TB。按字节计，nvidia-smi 显示为 {exact}。</translation>
        </message>
        <message>
            <location filename="core/claim_checks.py" />
            <source>A GPU reads its own memory at {local} and another's over NVLink at {remote} one way: {ratio} times slower. A program that treats the rack as one card runs at the slower rate.</source>
            <translation>一颗 GPU 读取本地显存的速度为 {local}，经 NVLink 单向读取其他 GPU 的显存为 {remote}：慢 {ratio} 倍。把整个机架当作一张卡来用的程序，只能以较慢的速度运行。</translation>
        </message>
        <message>
            <location filename="core/claim_checks.py" />
            <source>10 TB of weights leave {room} of {capacity} for caches and activations: they fit. That is serving; trained with Adam at {each} bytes a parameter the rack holds only {params} billion parameters.</source>
            <translation>10 TB 权重之后，{capacity} 中还剩 {room} 用于缓存与激活：放得下。但这是推理；若用 Adam 训练，每参数 {each} 字节，机架只能容纳 {params} × 10⁹ 个参数。</translation>
        </message>
        <message>
            <location filename="core/claim_checks.py" />
            <source>Weights, gradients and Adam's state are 10^13 x {each} B = {needed}: {chips} TPU v7, within one pod of {pod}; or {racks} NVL72 racks, joined by a slower scale-out network. So the pod avoids that network; no published run of either at that size says what it gains, or at what cost.</source>
            <translation>权重、梯度与 Adam 状态共 10^13 x {each} B = {needed}：需要 {chips} 颗 TPU v7，在一个 {pod} 颗芯片的 Pod 之内；或 {racks} 个 NVL72 机架，由较慢的横向网络相连。Pod 因而避开了该网络；但没有公开的同等规模运行能说明由此获益多少、成本几何。</translation>
        </message>
        <message>
            <location filename="core/claim_checks.py" />
            <source>Per chip-hour by SemiAnalysis' estimates: against the B200 {own} % less owned, {rent} % less on three years' rent; against the GB200 {own_rack} % and {rent_rack} %. Per FP8 PFLOP-hour ${tpu_rate} against ${b200_rate}. But against the B200's FP4 (${b200_fp4}) the TPU is {dearer} % dearer.</source>
            <translation>按 SemiAnalysis 的估计，每芯片小时：相对 B200，自有便宜 {own} %，三年租用便宜 {rent} %；相对 GB200 分别为 {own_rack} % 与 {rent_rack} %。每 FP8 PFLOP 小时 ${tpu_rate} 对 ${b200_rate}。但与 B200 的 FP4(${b200_fp4})相比，TPU 贵 {dearer} %。</translation>
        </message>
        <message>
            <location filename="core/claim_checks.py" />
            <source>Peak FP8 over TDP, with {watts} W estimated for TPU v7: {b200} x the B200, {gb200} x the GB200, {gb300} x the GB300. 1.5 x would need a TDP of at most {needed} W. The essay's own table gives {low} to {high} x. In FP4 the B200 does {fp4} TFLOP/s per W, TPU v7 in its fastest published format {own}. And power with colocation is under {part} % of a chip's cost by InferenceX, so that even 1.5 x would lower the whole by {saved} % at most.</source>
            <translation>以 FP8 峰值除以 TDP（TPU v7 按估计的 {watts} W）：为 B200 的 {b200} 倍、GB200 的 {gb200} 倍、GB300 的 {gb300} 倍。要达到 1.5 倍，TDP 须不超过 {needed} W。按文章自己的表格为 {low} 至 {high} 倍。FP4 下 B200 每瓦 {fp4} TFLOP/s，TPU v7 以其公布的最快格式为 {own}。而且据 InferenceX，电力与托管合计不到芯片成本的 {part} %，因此即使真有 1.5 倍，总成本最多也只降 {saved} %。</translation>
        </message>
        <message>
            <location filename="core/claim_checks.py" />
            <source>{listed} of the {total} TPUs in the table has a purchase price, so none is on open sale. Since the essay, purchases through a special-purpose company for Anthropic and machines on Meta's own sites for 2027 were reported, not confirmed with terms.</source>
            <translation>表中 {total} 款 TPU 里有 {listed} 款有购买价，即没有一款公开销售。文章发表之后，有报道称 Anthropic 通过特殊目的公司购入、Meta 将于 2027 年在自有场地部署，但条款未经证实。</translation>
        </message>
        <message>
            <location filename="core/claim_checks.py" />
            <source>Announced for Vera Rubin: HBM4 at {rubin} against {b200} now, {ratio} x. It is sold as VR200; announced, not measured.</source>
            <translation>Vera Rubin 已公布：HBM4 {rubin}，而目前为 {b200}，{ratio} 倍。产品名为 VR200；这是宣布数据，并非实测。</translation>
        </message>
        <message>
            <location filename="core/claim_checks.py" />
            <source>Announced on {date}: two chips, {training} for training (pods of {pod}) and {serving} for inference ({memory} of memory). Neither is called Jade.</source>
            <translation>{date} 已公布两款芯片：用于训练的 {training}（Pod 规模 {pod}）与用于推理的 {serving}（显存 {memory}）。两者都不叫 Jade。</translation>
        </message>
        <message>
            <location filename="core/claim_checks.py" />
            <source>Dense BF16: v5p {v5p} against H100 {h100}; v6e {v6e} against H200 {h200}.</source>
            <translation>稠密 BF16:v5p {v5p} 对 H100 {h100}；v6e {v6e} 对 H200 {h200}。</translation>
        </message>
        <message>
            <location filename="core/claim_checks.py" />
            <source>NVIDIA spells NIM out as NVIDIA Inference Microservices. Gemini's weights are not published; Google's open models are called Gemma.</source>
            <translation>NVIDIA 对 NIM 的全称是 NVIDIA Inference Microservices。Gemini 的权重并未公开；Google 的开放模型叫 Gemma。</translation>
        </message>
        <message>
            <location filename="core/claim_checks.py" />
            <source>{id} has no figure {quantity}.</source>
            <translation>{id} 没有 {quantity} 这一数据。</translation>
        </message>
        <message>
            <location filename="core/claim_checks.py" />
            <source>Restore the table.</source>
            <translation>请恢复数据表。</translation>
        </message>
        <message>
            <location filename="core/claim_checks.py" />
            <source>{id} has no price {basis}.</source>
            <translation>{id} 没有 {basis} 这种价格。</translation>
        </message>
        <message>
            <location filename="core/collective_scenario.py" />
            <source>{name}: collective.{key} is {value}.</source>
            <translation>{name}：collective.{key} 为 {value}。</translation>
        </message>
        <message>
            <location filename="core/collective_scenario.py" />
            <source>{name}: collective.levels has {count} levels, but a {topology} has one.</source>
            <translation>{name}：collective.levels 有 {count} 层，而 {topology} 只有一层。</translation>
        </message>
        <message>
            <location filename="core/collective_scenario.py" />
            <source>Write topology = “hierarchy”, or keep one level.</source>
            <translation>请写 topology = “hierarchy”，或只保留一层。</translation>
        </message>
        <message>
            <location filename="core/collective_scenario.py" />
            <source>{name}: collective.levels is missing.</source>
            <translation>{name}：缺少 collective.levels。</translation>
        </message>
        <message>
            <location filename="core/collective_scenario.py" />
            <source>Write levels = [[8, 450e9], [32, 400e9]], inner level first.</source>
            <translation>请写成 levels = [[8, 450e9], [32, 400e9]]，内层在前。</translation>
        </message>
        <message>
            <location filename="core/collective_scenario.py" />
            <source>{name}: collective.shape is not a list of side lengths.</source>
            <translation>{name}：collective.shape 不是边长列表。</translation>
        </message>
        <message>
            <location filename="core/collective_scenario.py" />
            <source>Write shape = [4, 4, 4].</source>
            <translation>请写成 shape = [4, 4, 4]。</translation>
        </message>
        <message>
            <location filename="core/collective_scenario.py" />
            <source>{name}: collective.ranks is not whole.</source>
            <translation>{name}：collective.ranks 不是整数。</translation>
        </message>
        <message>
            <location filename="core/collective_scenario.py" />
            <source>Write ranks = 8.</source>
            <translation>请写 ranks = 8。</translation>
        </message>
        <message>
            <location filename="core/collective_scenario.py" />
            <source>{name}: ranks is {ranks}, but levels or shape make {implied}.</source>
            <translation>{name}：ranks 为 {ranks}，但 levels 或 shape 给出 {implied}。</translation>
        </message>
        <message>
            <location filename="core/collective_scenario.py" />
            <source>Correct one of them, or leave ranks out.</source>
            <translation>请更正其中之一，或省略 ranks。</translation>
        </message>
        <message>
            <location filename="core/collective_scenario.py" />
            <source>{name}: collective.wraparound is neither true nor false.</source>
            <translation>{name}：collective.wraparound 既不是 true 也不是 false。</translation>
        </message>
        <message>
            <location filename="core/collective_scenario.py" />
            <source>Leave it out to follow the chip's own rule.</source>
            <translation>省略它即按芯片自身的规则处理。</translation>
        </message>
        <message>
            <location filename="core/collective_scenario.py" />
            <location filename="core/cost_scenario.py" />
            <location filename="core/document.py" />
            <location filename="core/models.py" />
            <location filename="core/scenario.py" />
            <location filename="core/table.py" />
            <source>Did you mean “{key}”?</source>
            <translation>是否想写“{key}”？</translation>
        </message>
        <message>
            <location filename="core/collective_scenario.py" />
            <location filename="core/document.py" />
            <source>Use one of {choices}.</source>
            <translation>请使用以下之一：{choices}。</translation>
        </message>
        <message>
            <location filename="core/collective_scenario.py" />
            <source>{name}: collective.levels is not a list of [degree, bytes_per_s].</source>
            <translation>{name}：collective.levels 不是 [度数, 字节每秒] 的列表。</translation>
        </message>
        <message>
            <location filename="core/compare.py" />
            <source>{low} to {high}</source>
            <translation>{low} 至 {high}</translation>
        </message>
        <message>
            <location filename="core/compare.py" />
            <source>{name}, by {margin} %</source>
            <translation>{name}，领先 {margin} %</translation>
        </message>
        <message>
            <location filename="core/compare.py" />
            <location filename="views/decision_section.py" />
            <source>not known: {ids}</source>
            <translation>未知：{ids}</translation>
        </message>
        <message>
            <location filename="core/compare.py" />
            <source>the intervals overlap</source>
            <translation>区间重叠</translation>
        </message>
        <message>
            <location filename="core/compare.py" />
            <source>The table has it as a single chip, not as a system.</source>
            <translation>表中为单颗芯片，而非整机系统。</translation>
        </message>
        <message>
            <location filename="core/compare.py" />
            <source>Arithmetic on other figures of this table</source>
            <translation>由本表其他数据计算得出</translation>
        </message>
        <message>
            <location filename="core/compare.py" />
            <source>not known</source>
            <translation>未知</translation>
        </message>
        <message>
            <location filename="core/compare.py" />
            <location filename="views/words.py" />
            <source>undisclosed</source>
            <translation>未公开</translation>
        </message>
        <message>
            <location filename="core/compare.py" />
            <source>tie of {names}</source>
            <translation>{names} 平手</translation>
        </message>
        <message>
            <location filename="core/compare.py" />
            <source>undecidable: {reason}</source>
            <translation>无法判定：{reason}</translation>
        </message>
        <message>
            <location filename="core/compare.py" />
            <source>{name}, {factor} times</source>
            <translation>{name}，{factor} 倍</translation>
        </message>
        <message>
            <location filename="core/compare.py" />
            <source>the only one that supports it</source>
            <translation>唯一支持者</translation>
        </message>
        <message>
            <location filename="core/compare.py" />
            <source>{rate}, sparse</source>
            <translation>{rate}，稀疏</translation>
        </message>
        <message>
            <location filename="core/compare.py" />
            <source>Memory of a whole domain</source>
            <translation>整个扩展域的显存</translation>
        </message>
        <message>
            <location filename="core/compare.py" />
            <source>FP8 of a whole domain</source>
            <translation>整个扩展域的 FP8 算力</translation>
        </message>
        <message>
            <location filename="core/compare.py" />
            <source>no system</source>
            <translation>非系统</translation>
        </message>
        <message>
            <location filename="core/compare.py" />
            <location filename="views/words.py" />
            <source>not supported</source>
            <translation>不支持</translation>
        </message>
        <message>
            <location filename="core/compare.py" />
            <location filename="core/essay.py" />
            <location filename="core/workbook.py" />
            <source>tie</source>
            <translation>平手</translation>
        </message>
        <message>
            <location filename="core/compare.py" />
            <location filename="core/quantities.py" />
            <source>System</source>
            <translation>系统</translation>
        </message>
        <message>
            <location filename="core/cost_scenario.py" />
            <source>Neither tokens_per_s nor a [model]: the cost of a token is not worked out.</source>
            <translation>既无 tokens_per_s 也无 [model]：未计算每 token 成本。</translation>
        </message>
        <message>
            <location filename="core/cost_scenario.py" />
            <source>{name}: cost.pue is {pue}.</source>
            <translation>{name}：cost.pue 为 {pue}。</translation>
        </message>
        <message>
            <location filename="core/cost_scenario.py" />
            <source>PUE is facility power over IT power, at least 1.</source>
            <translation>PUE 是设施总功率与 IT 功率之比，至少为 1。</translation>
        </message>
        <message>
            <location filename="core/cost_scenario.py" />
            <source>{name}: unknown price basis {basis}.</source>
            <translation>{name}：未知的价格类别 {basis}。</translation>
        </message>
        <message>
            <location filename="core/cost_scenario.py" />
            <source>{name}: both a rent and a purchase are given.</source>
            <translation>{name}：同时给出了租金与购买价。</translation>
        </message>
        <message>
            <location filename="core/cost_scenario.py" />
            <source>Keep rent_usd_per_chip_hour, or capex_usd and its like.</source>
            <translation>请只保留 rent_usd_per_chip_hour，或只保留 capex_usd 等项。</translation>
        </message>
        <message>
            <location filename="core/cost_scenario.py" />
            <location filename="core/table.py" />
            <source>Use one of {bases}.</source>
            <translation>请使用以下之一：{bases}。</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <source>The essay's case for TPU v7</source>
            <translation>文章中选 TPU v7 的情形</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <source>The essay's case for Blackwell</source>
            <translation>文章中选 Blackwell 的情形</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <source>Serve a model or train one?</source>
            <translation>部署推理还是训练模型？</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <source>Which model is nearest to yours?</source>
            <translation>哪个模型与您的最接近？</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <source>What is the lowest precision you accept?</source>
            <translation>您能接受的最低精度是什么？</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <source>How fast must a user's tokens come?</source>
            <translation>用户的 token 至少要多快？</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <source>Where may it stand?</source>
            <translation>可以放在哪里？</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <source>Do you depend on CUDA kernels of your own?</source>
            <translation>是否依赖自己编写的 CUDA 内核？</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <source>Is there a limit of power or price?</source>
            <translation>功率或价格有上限吗？</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <source>announced ({date}), not to be had yet</source>
            <translation>已宣布（{date}），尚无法获得</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <source>runs no CUDA</source>
            <translation>不能运行 CUDA</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <source>is offered to rent only</source>
            <translation>只租不售</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <source>is not offered in Google Cloud</source>
            <translation>Google Cloud 不提供</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <source>does not compute in {name}</source>
            <translation>不支持 {name} 计算</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <source>{needed} do not fit its scale-up domain</source>
            <translation>{needed} 放不进其纵向扩展域</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <source>gives {rate} tokens a second</source>
            <translation>每秒只有 {rate} 个 token</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <source>draws {watts} W</source>
            <translation>功耗 {watts} W</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <source>costs {price} a chip-hour</source>
            <translation>每芯片小时 {price}</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <source>Serve</source>
            <translation>推理</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <source>Train</source>
            <translation>训练</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <source>no limit</source>
            <translation>不限</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <source>at least 20 a second</source>
            <translation>每秒至少 20 个</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <source>at least 50 a second</source>
            <translation>每秒至少 50 个</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <source>at least 100 a second</source>
            <translation>每秒至少 100 个</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <source>any cloud</source>
            <translation>任何云</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <source>Google Cloud only</source>
            <translation>仅 Google Cloud</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <source>on your own site</source>
            <translation>自有场地</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <source>no</source>
            <translation>否</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <location filename="views/use_controls.py" />
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <source>700 W a chip</source>
            <translation>每芯片 700 W</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <source>1,000 W a chip</source>
            <translation>每芯片 1,000 W</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <source>$2 a chip-hour</source>
            <translation>每芯片小时 $2</translation>
        </message>
        <message>
            <location filename="core/decision.py" />
            <source>$4 a chip-hour</source>
            <translation>每芯片小时 $4</translation>
        </message>
        <message>
            <location filename="core/document.py" />
            <location filename="core/table.py" />
            <source>{name}: schema is {found}.</source>
            <translation>{name}：schema 为 {found}。</translation>
        </message>
        <message>
            <location filename="core/document.py" />
            <source>It was written by a newer version; update Pixelwatt.</source>
            <translation>它由更新的版本写成；请升级 Pixelwatt。</translation>
        </message>
        <message>
            <location filename="core/document.py" />
            <location filename="core/scenario.py" />
            <source>{place} is {value}.</source>
            <translation>{place} 为 {value}。</translation>
        </message>
        <message>
            <location filename="core/document.py" />
            <source>Write it like {example}.</source>
            <translation>请写成类似 {example} 的形式。</translation>
        </message>
        <message>
            <location filename="core/document.py" />
            <location filename="core/scenario.py" />
            <location filename="core/table.py" />
            <source>{name} is not TOML: {error}.</source>
            <translation>{name} 不是 TOML:{error}。</translation>
        </message>
        <message>
            <location filename="core/document.py" />
            <location filename="core/scenario.py" />
            <location filename="core/table.py" />
            <source>Correct that line.</source>
            <translation>请更正该行。</translation>
        </message>
        <message>
            <location filename="core/document.py" />
            <location filename="core/scenario.py" />
            <location filename="core/table.py" />
            <source>{place}: unknown key “{key}”.</source>
            <translation>{place}：未知的键“{key}”。</translation>
        </message>
        <message>
            <location filename="core/document.py" />
            <source>{name}: {key} is {value}.</source>
            <translation>{name}：{key} 为 {value}。</translation>
        </message>
        <message>
            <location filename="core/document.py" />
            <source>{place} is below zero.</source>
            <translation>{place} 小于零。</translation>
        </message>
        <message>
            <location filename="core/document.py" />
            <source>Write 0 to leave it open.</source>
            <translation>写 0 表示不限定。</translation>
        </message>
        <message>
            <location filename="core/document.py" />
            <location filename="core/scenario.py" />
            <location filename="core/table.py" />
            <source>Known keys: {keys}.</source>
            <translation>已知的键：{keys}。</translation>
        </message>
        <message>
            <location filename="core/document.py" />
            <location filename="core/scenario.py" />
            <source>{name}: {key} is not a table.</source>
            <translation>{name}：{key} 不是表。</translation>
        </message>
        <message>
            <location filename="core/document.py" />
            <location filename="core/scenario.py" />
            <source>Write [{key}].</source>
            <translation>请写成 [{key}]。</translation>
        </message>
        <message>
            <location filename="core/document.py" />
            <source>It must be above zero.</source>
            <translation>必须大于零。</translation>
        </message>
        <message>
            <location filename="core/essay.py" />
            <source>TPU v7, slightly</source>
            <translation>TPU v7（稍占优）</translation>
        </message>
        <message>
            <location filename="core/essay.py" />
            <source>NVIDIA, slightly</source>
            <translation>NVIDIA（微弱优势）</translation>
        </message>
        <message>
            <location filename="core/essay.py" />
            <source>NVIDIA</source>
            <translation>NVIDIA</translation>
        </message>
        <message>
            <location filename="core/essay.py" />
            <source>Google</source>
            <translation>Google</translation>
        </message>
        <message>
            <location filename="core/essay.py" />
            <source>TPU</source>
            <translation>TPU</translation>
        </message>
        <message>
            <location filename="core/estimate.py" />
            <source>{name}: both kv_heads and kv_lora_rank are given.</source>
            <translation>{name}：kv_heads 与 kv_lora_rank 同时给出。</translation>
        </message>
        <message>
            <location filename="core/estimate.py" />
            <source>A latent cache is shared by all heads: leave kv_heads out.</source>
            <translation>潜在缓存由所有注意力头共用：请去掉 kv_heads。</translation>
        </message>
        <message>
            <location filename="core/estimate.py" />
            <source>No heads given: the arithmetic of attention over the latent cache is left out.</source>
            <translation>未给出 heads：潜在缓存上的注意力计算量未计入。</translation>
        </message>
        <message>
            <location filename="core/estimate.py" />
            <source>{name}: model.active_params is above model.params.</source>
            <translation>{name}：model.active_params 大于 model.params。</translation>
        </message>
        <message>
            <location filename="core/estimate.py" />
            <source>A token passes through some of the parameters, or all.</source>
            <translation>一个 token 经过部分或全部参数，不会更多。</translation>
        </message>
        <message>
            <location filename="core/estimate.py" />
            <source>No experts and experts_per_token: each sequence is taken to read its own experts.</source>
            <translation>未给出 experts 与 experts_per_token：按每个序列各读各的专家计算。</translation>
        </message>
        <message>
            <location filename="core/estimate.py" />
            <source>{name}: model.experts_per_token is not below model.experts.</source>
            <translation>{name}：model.experts_per_token 不小于 model.experts。</translation>
        </message>
        <message>
            <location filename="core/estimate.py" />
            <source>Each token picks some of the experts.</source>
            <translation>每个 token 只选用部分专家。</translation>
        </message>
        <message>
            <location filename="core/estimate.py" />
            <source>{name}: workload.attention is neither true nor false.</source>
            <translation>{name}：workload.attention 既不是 true 也不是 false。</translation>
        </message>
        <message>
            <location filename="core/estimate.py" />
            <source>Write attention = true to count the FLOPs of attention.</source>
            <translation>写 attention = true 可计入注意力的 FLOP。</translation>
        </message>
        <message>
            <location filename="core/estimate.py" />
            <source>mfu is not used: seconds_per_iteration says what the utilisation is.</source>
            <translation>未使用 mfu：利用率由 seconds_per_iteration 得出。</translation>
        </message>
        <message>
            <location filename="core/estimate.py" />
            <source>{name}: model.active_params is missing.</source>
            <translation>{name}：缺少 model.active_params。</translation>
        </message>
        <message>
            <location filename="core/estimate.py" />
            <source>A mixture of experts needs it: what one token passes through.</source>
            <translation>混合专家模型需要它：一个 token 所经过的参数量。</translation>
        </message>
        <message>
            <location filename="core/inputs.py" />
            <location filename="core/quantities.py" />
            <source>Purchase price</source>
            <translation>购买价</translation>
        </message>
        <message>
            <location filename="core/inputs.py" />
            <location filename="views/words.py" />
            <source>Price of a chip-hour</source>
            <translation>芯片小时价格</translation>
        </message>
        <message>
            <location filename="core/inputs.py" />
            <source>Peak rate</source>
            <translation>峰值算力</translation>
        </message>
        <message>
            <location filename="core/inputs.py" />
            <location filename="core/quantities.py" />
            <source>Memory bandwidth</source>
            <translation>显存带宽</translation>
        </message>
        <message>
            <location filename="core/inputs.py" />
            <location filename="core/quantities.py" />
            <source>Link, one direction</source>
            <translation>互联，单向</translation>
        </message>
        <message>
            <location filename="core/inputs.py" />
            <location filename="core/quantities.py" />
            <source>Link of one pair, one way</source>
            <translation>单对芯片互联，单向</translation>
        </message>
        <message>
            <location filename="core/inputs.py" />
            <location filename="core/quantities.py" />
            <source>Thermal design power</source>
            <translation>热设计功耗</translation>
        </message>
        <message>
            <location filename="core/inputs.py" />
            <source>Achievable share of peak</source>
            <translation>可达峰值比例</translation>
        </message>
        <message>
            <location filename="core/inputs.py" />
            <location filename="core/quantities.py" />
            <source>Provisioned power, all in</source>
            <translation>配置功率，全部计入</translation>
        </message>
        <message>
            <location filename="core/inputs.py" />
            <location filename="views/use_controls.py" />
            <source>Model FLOPs utilisation</source>
            <translation>模型 FLOP 利用率</translation>
        </message>
        <message>
            <location filename="core/inputs.py" />
            <location filename="core/workbook.py" />
            <source>Achieved share of memory bandwidth</source>
            <translation>显存带宽达成率</translation>
        </message>
        <message>
            <location filename="core/inputs.py" />
            <location filename="core/workbook.py" />
            <location filename="views/money_section.py" />
            <source>Hours in use</source>
            <translation>使用时间占比</translation>
        </message>
        <message>
            <location filename="core/inputs.py" />
            <source>Electricity price</source>
            <translation>电价</translation>
        </message>
        <message>
            <location filename="core/inputs.py" />
            <location filename="views/money_section.py" />
            <source>Years in service</source>
            <translation>使用年限</translation>
        </message>
        <message>
            <location filename="core/layers.py" />
            <source>{name} gave no table: {error}.</source>
            <translation>{name} 未提供数据表：{error}。</translation>
        </message>
        <message>
            <location filename="core/layers.py" />
            <source>your tables</source>
            <translation>您的数据表</translation>
        </message>
        <message>
            <location filename="core/layers.py" />
            <source>Report it to the maker of that plugin.</source>
            <translation>请向该插件的作者反馈。</translation>
        </message>
        <message>
            <location filename="core/models.py" />
            <source>unknown model preset “{preset}”.</source>
            <translation>未知的模型预设“{preset}”。</translation>
        </message>
        <message>
            <location filename="core/models.py" />
            <source>Known presets: {presets}.</source>
            <translation>已知预设：{presets}。</translation>
        </message>
        <message>
            <location filename="core/quantities.py" />
            <source>Chip</source>
            <translation>芯片</translation>
        </message>
        <message>
            <location filename="core/quantities.py" />
            <source>Rate, dense</source>
            <translation>算力，稠密</translation>
        </message>
        <message>
            <location filename="core/quantities.py" />
            <source>Scale-up link</source>
            <translation>纵向扩展互联</translation>
        </message>
        <message>
            <location filename="core/quantities.py" />
            <source>Power</source>
            <translation>功率</translation>
        </message>
        <message>
            <location filename="core/quantities.py" />
            <source>Rent, on demand</source>
            <translation>租用，按需</translation>
        </message>
        <message>
            <location filename="core/quantities.py" />
            <source>Rent, spot</source>
            <translation>租用，竞价</translation>
        </message>
        <message>
            <location filename="core/quantities.py" />
            <source>Rent, three years committed</source>
            <translation>租用，三年承诺</translation>
        </message>
        <message>
            <location filename="core/quantities.py" />
            <source>Own, large operator</source>
            <translation>自有，大型运营商</translation>
        </message>
        <message>
            <location filename="core/quantities.py" />
            <source>Own, small cloud</source>
            <translation>自有，小型云</translation>
        </message>
        <message>
            <location filename="core/quantities.py" />
            <source>Own, the maker itself</source>
            <translation>自有，制造商自用</translation>
        </message>
        <message>
            <location filename="core/quantities.py" />
            <source>Release</source>
            <translation>发布</translation>
        </message>
        <message>
            <location filename="core/quantities.py" />
            <source>Process</source>
            <translation>制程</translation>
        </message>
        <message>
            <location filename="core/quantities.py" />
            <source>Chips in the system</source>
            <translation>系统芯片数</translation>
        </message>
        <message>
            <location filename="core/quantities.py" />
            <source>Memory, as printed</source>
            <translation>显存，标注值</translation>
        </message>
        <message>
            <location filename="core/quantities.py" />
            <source>Memory, exact bytes</source>
            <translation>显存，精确字节</translation>
        </message>
        <message>
            <location filename="core/quantities.py" />
            <source>Sparse rate over dense</source>
            <translation>稀疏与稠密算力之比</translation>
        </message>
        <message>
            <location filename="core/quantities.py" />
            <source>BF16, best measured matmul</source>
            <translation>BF16，矩阵乘最佳实测</translation>
        </message>
        <message>
            <location filename="core/quantities.py" />
            <source>FP8, best measured matmul</source>
            <translation>FP8，矩阵乘最佳实测</translation>
        </message>
        <message>
            <location filename="core/quantities.py" />
            <source>Link, both directions</source>
            <translation>互联，双向</translation>
        </message>
        <message>
            <location filename="core/quantities.py" />
            <source>Scale-up domain</source>
            <translation>纵向扩展域</translation>
        </message>
        <message>
            <location filename="core/quantities.py" />
            <location filename="views/panel.py" />
            <location filename="views/topology_section.py" />
            <location filename="views/use_controls.py" />
            <source>Topology</source>
            <translation>拓扑</translation>
        </message>
        <message>
            <location filename="core/quantities.py" />
            <source>Memory of the system</source>
            <translation>系统显存</translation>
        </message>
        <message>
            <location filename="core/quantities.py" />
            <source>Power of the system</source>
            <translation>系统功率</translation>
        </message>
        <message>
            <location filename="core/scenario.py" />
            <source>{name}: kind is missing.</source>
            <translation>{name}：缺少 kind。</translation>
        </message>
        <message>
            <location filename="core/scenario.py" />
            <source>Use one of {kinds}.</source>
            <translation>请使用以下之一：{kinds}。</translation>
        </message>
        <message>
            <location filename="core/scenario.py" />
            <source>{name}: kind is {kind}.</source>
            <translation>{name}：kind 为 {kind}。</translation>
        </message>
        <message>
            <location filename="core/scenario.py" />
            <location filename="core/table.py" />
            <source>{place}: {value} is not a number.</source>
            <translation>{place}：{value} 不是数字。</translation>
        </message>
        <message>
            <location filename="core/scenario.py" />
            <source>Write a plain number in base units.</source>
            <translation>请以基本单位写普通数字。</translation>
        </message>
        <message>
            <location filename="core/scenario.py" />
            <location filename="core/table.py" />
            <source>{place}: {value} is not above zero.</source>
            <translation>{place}：{value} 不大于零。</translation>
        </message>
        <message>
            <location filename="core/scenario.py" />
            <source>Leave the key out if it is unknown.</source>
            <translation>若未知，请省略该键。</translation>
        </message>
        <message>
            <location filename="core/scenario.py" />
            <source>{place}: {value} is beyond all measure.</source>
            <translation>{place}：{value} 超出合理范围。</translation>
        </message>
        <message>
            <location filename="core/scenario.py" />
            <source>Write it in base units: B, B/s, FLOP/s, s.</source>
            <translation>请使用基本单位：B、B/s、FLOP/s、s。</translation>
        </message>
        <message>
            <location filename="core/scenario.py" />
            <source>{name}: chip is not a text.</source>
            <translation>{name}：chip 不是文本。</translation>
        </message>
        <message>
            <location filename="core/scenario.py" />
            <source>Write chip = "id".</source>
            <translation>请写成 chip = "id"。</translation>
        </message>
        <message>
            <location filename="core/scenario.py" />
            <source>Give a share, 0 to 1.</source>
            <translation>请给出 0 到 1 之间的比例。</translation>
        </message>
        <message>
            <location filename="core/scenario.py" />
            <source>{name}: {section}.{key} is missing.</source>
            <translation>{name}：缺少 {section}.{key}。</translation>
        </message>
        <message>
            <location filename="core/scenario.py" />
            <source>A {kind} scenario needs it.</source>
            <translation>{kind} 场景需要它。</translation>
        </message>
        <message>
            <location filename="core/scenario.py" />
            <source>{chips} chips are more than the scale-up domain of {domain} holds: beyond it they meet over a slower network, which is not counted here.</source>
            <translation>{chips} 颗芯片超出了 {domain} 颗的纵向扩展域：域外经由更慢的网络相连，此处未计入。</translation>
        </message>
        <message>
            <location filename="core/scenario.py" />
            <source>{name}: chips is not whole.</source>
            <translation>{name}：chips 不是整数。</translation>
        </message>
        <message>
            <location filename="core/scenario.py" />
            <source>Write chips = 8.</source>
            <translation>请写成 chips = 8。</translation>
        </message>
        <message>
            <location filename="core/scenario.py" />
            <source>{name}: chip is missing.</source>
            <translation>{name}：缺少 chip。</translation>
        </message>
        <message>
            <location filename="core/scenario.py" />
            <source>Name an accelerator, or override every figure that is needed.</source>
            <translation>请指定加速器，或覆盖所需的每一项数据。</translation>
        </message>
        <message>
            <location filename="core/scenario.py" />
            <source>{name}: unknown precision “{value}”.</source>
            <translation>{name}：未知的精度“{value}”。</translation>
        </message>
        <message>
            <location filename="core/scenario.py" />
            <source>cannot read the scenario {name}: {error}.</source>
            <translation>无法读取场景 {name}：{error}。</translation>
        </message>
        <message>
            <location filename="core/scenario.py" />
            <source>Check the path; scenarios are UTF-8 TOML.</source>
            <translation>请检查路径；场景文件为 UTF-8 编码的 TOML。</translation>
        </message>
        <message>
            <location filename="core/scenario.py" />
            <source>Use one of {precisions}.</source>
            <translation>请使用以下之一：{precisions}。</translation>
        </message>
        <message>
            <location filename="core/serving_claims.py" />
            <source>Llama 3.1 70B in FP8, 32 sequences of 8,192 tokens, at provisioned site power: TPU v7 {tpu} ({tpu_low} to {tpu_high}) thousand tokens/s per MW, B200 {gpu} ({gpu_low} to {gpu_high}). TPU v7's power is an estimate; as long as nobody measures it at the wall, the intervals overlap.</source>
            <translation>Llama 3.1 70B,FP8,32 个序列、各 8,192 token，按站点配置功率：TPU v7 每兆瓦每秒 {tpu}（{tpu_low} 至 {tpu_high}）千 token,B200 为 {gpu}（{gpu_low} 至 {gpu_high}）。TPU v7 的功率是估计值；只要没有人实测整机功率，区间就会重叠。</translation>
        </message>
        <message>
            <location filename="core/serving_claims.py" />
            <source>By the decode bound and three years' rent, USD per million tokens, TPU v7 against B200: Qwen3 32B {dense_tpu} / {dense_gpu}, Qwen3 235B-A22B {moe_tpu} / {moe_gpu}; in FP4 the B200 comes to {fp4_gpu} and TPU v7 publishes no rate. A bound is not a measurement: an independent FP8 test has Ironwood ahead on Qwen3 32B and the B200 about 80 % ahead on a 480B mixture of experts.</source>
            <translation>按解码上界与三年租金，每百万 token 的美元成本，TPU v7 对 B200:Qwen3 32B {dense_tpu} / {dense_gpu}，Qwen3 235B-A22B {moe_tpu} / {moe_gpu}；在 FP4 下 B200 为 {fp4_gpu}，TPU v7 未公布算力。上界不是实测：一项独立的 FP8 测试中，Ironwood 在 Qwen3 32B 上领先，而 B200 在 480B 混合专家模型上领先约 80 %。</translation>
        </message>
        <message>
            <location filename="core/serving_claims.py" />
            <source>One scale-up domain holds {pod} TPU v7 or {rack} GB200: a job as large as a pod stays within one on the one side and is spread over {racks} racks on the other. How much that costs was not measured side by side: Ironwood is not in MLPerf Training 6.0.</source>
            <translation>一个纵向扩展域可容纳 {pod} 颗 TPU v7 或 {rack} 颗 GB200：与 Pod 同等规模的任务，在一方留在单个域内，在另一方则分布于 {racks} 个机架。其代价未有并排实测：Ironwood 未参加 MLPerf Training 6.0。</translation>
        </message>
        <message>
            <location filename="core/table.py" />
            <source>{name}: accelerator {index}</source>
            <translation>{name}：第 {index} 个加速器</translation>
        </message>
        <message>
            <location filename="core/table.py" />
            <source>This version reads schema = {schema}.</source>
            <translation>此版本读取 schema = {schema}。</translation>
        </message>
        <message>
            <location filename="core/table.py" />
            <source>{place} is not a table.</source>
            <translation>{place} 不是表。</translation>
        </message>
        <message>
            <location filename="core/table.py" />
            <source>Write it as an inline table.</source>
            <translation>请写成内联表。</translation>
        </message>
        <message>
            <location filename="core/table.py" />
            <source>{place} is not a list of tables.</source>
            <translation>{place} 不是表的列表。</translation>
        </message>
        <message>
            <location filename="core/table.py" />
            <source>Use [[double brackets]].</source>
            <translation>请使用 [[双方括号]]。</translation>
        </message>
        <message>
            <location filename="core/table.py" />
            <source>{place}: {key} is missing or not a text.</source>
            <translation>{place}：缺少 {key}，或它不是文本。</translation>
        </message>
        <message>
            <location filename="core/table.py" />
            <source>Write {key} = "...".</source>
            <translation>请写成 {key} = "..."。</translation>
        </message>
        <message>
            <location filename="core/table.py" />
            <source>Leave “value” out where a figure is unknown.</source>
            <translation>若数据未知，请省略“value”。</translation>
        </message>
        <message>
            <location filename="core/table.py" />
            <source>Leave “value” out where a figure is unknown; never write 0.</source>
            <translation>若数据未知，请省略“value”，切勿写 0。</translation>
        </message>
        <message>
            <location filename="core/table.py" />
            <source>{place}: source “{source}” is not declared.</source>
            <translation>{place}：来源“{source}”未声明。</translation>
        </message>
        <message>
            <location filename="core/table.py" />
            <source>{place}: kind is “{kind}”.</source>
            <translation>{place}：kind 为“{kind}”。</translation>
        </message>
        <message>
            <location filename="core/table.py" />
            <source>Write “chip” or “system”.</source>
            <translation>请写“chip”或“system”。</translation>
        </message>
        <message>
            <location filename="core/table.py" />
            <source>{place}: a value with status “{status}”.</source>
            <translation>{place}：有数值，状态却为“{status}”。</translation>
        </message>
        <message>
            <location filename="core/table.py" />
            <source>Leave the value out, or say where it comes from.</source>
            <translation>请省略数值，或说明其来源。</translation>
        </message>
        <message>
            <location filename="core/table.py" />
            <source>{place}: low and high do not enclose the value.</source>
            <translation>{place}：low 与 high 未包含该值。</translation>
        </message>
        <message>
            <location filename="core/table.py" />
            <source>{place}: the unit is missing.</source>
            <translation>{place}：缺少单位。</translation>
        </message>
        <message>
            <location filename="core/table.py" />
            <source>{place}: unknown basis “{basis}”.</source>
            <translation>{place}：未知的类别“{basis}”。</translation>
        </message>
        <message>
            <location filename="core/table.py" />
            <source>Write unit = “USD/chip-hour”, “USD/chip” or “USD/system”.</source>
            <translation>请写 unit = “USD/chip-hour”、“USD/chip”或“USD/system”。</translation>
        </message>
        <message>
            <location filename="core/table.py" />
            <source>{place}: unit “{symbol}” does not fit.</source>
            <translation>{place}：单位“{symbol}”不适用。</translation>
        </message>
        <message>
            <location filename="core/table.py" />
            <source>Use {units}.</source>
            <translation>请使用 {units}。</translation>
        </message>
        <message>
            <location filename="core/table.py" />
            <source>cannot read the table {name}: {error}.</source>
            <translation>无法读取数据表 {name}：{error}。</translation>
        </message>
        <message>
            <location filename="core/table.py" />
            <source>Check the path; tables are UTF-8 text.</source>
            <translation>请检查路径；数据表为 UTF-8 文本。</translation>
        </message>
        <message>
            <location filename="core/table.py" />
            <source>{name}: {id}.{quantity}: sources conflict: {first} ({first_source}) and {second} ({second_source}).</source>
            <translation>{name}：{id}.{quantity}：来源冲突：{first}（{first_source}）与 {second}（{second_source}）。</translation>
        </message>
        <message>
            <location filename="core/table.py" />
            <source>Keep one as the value and list the other under “also”.</source>
            <translation>请保留一个作为数值，另一个列在“also”中。</translation>
        </message>
        <message>
            <location filename="core/table.py" />
            <source>Add [source.{source}] with its title.</source>
            <translation>请添加 [source.{source}] 及其标题。</translation>
        </message>
        <message>
            <location filename="core/table.py" />
            <source>{place}: unknown status “{status}”.</source>
            <translation>{place}：未知的状态“{status}”。</translation>
        </message>
        <message>
            <location filename="core/table.py" />
            <source>Use one of {statuses}.</source>
            <translation>请使用以下之一：{statuses}。</translation>
        </message>
        <message>
            <location filename="core/table.py" />
            <source>{place}: no value, yet status “{status}”.</source>
            <translation>{place}：没有数值，状态却为“{status}”。</translation>
        </message>
        <message>
            <location filename="core/table.py" />
            <source>Give a value, or status undisclosed or not_supported.</source>
            <translation>请给出数值，或将状态写为 undisclosed 或 not_supported。</translation>
        </message>
        <message>
            <location filename="core/table.py" />
            <source>Write unit = "...", exact as to GB or GiB.</source>
            <translation>请写 unit = "..."，并区分 GB 与 GiB。</translation>
        </message>
        <message>
            <location filename="core/table.py" />
            <source>Write unit = "...".</source>
            <translation>请写 unit = "..."。</translation>
        </message>
        <message>
            <location filename="core/units.py" />
            <source>Did you mean {unit}?</source>
            <translation>是否想写 {unit}？</translation>
        </message>
        <message>
            <location filename="core/units.py" />
            <source>Use one of {units}.</source>
            <translation>请使用以下之一：{units}。</translation>
        </message>
        <message>
            <location filename="core/units.py" />
            <source>unit “{symbol}” does not fit</source>
            <translation>单位“{symbol}”不适用</translation>
        </message>
        <message>
            <location filename="core/user_tables.py" />
            <source>your accelerator</source>
            <translation>您的加速器</translation>
        </message>
        <message>
            <location filename="core/user_tables.py" />
            <source>an accelerator needs an id and a source.</source>
            <translation>加速器需要 id 和来源。</translation>
        </message>
        <message>
            <location filename="core/user_tables.py" />
            <source>Say where the figures are from, even if it is your own measurement.</source>
            <translation>请说明数据出处，自行测量也可以。</translation>
        </message>
        <message>
            <location filename="core/user_tables.py" />
            <source>a price must be above zero.</source>
            <translation>价格必须大于零。</translation>
        </message>
        <message>
            <location filename="core/user_tables.py" />
            <source>Enter what you pay.</source>
            <translation>请填写您支付的价格。</translation>
        </message>
        <message>
            <location filename="core/user_tables.py" />
            <source>a price needs a source.</source>
            <translation>价格需要来源。</translation>
        </message>
        <message>
            <location filename="core/user_tables.py" />
            <source>An offer, an invoice, a page.</source>
            <translation>报价、发票或网页均可。</translation>
        </message>
        <message>
            <location filename="core/workbook.py" />
            <source>Figures</source>
            <translation>数据</translation>
        </message>
        <message>
            <location filename="core/workbook.py" />
            <location filename="views/table_model.py" />
            <source>Quantity</source>
            <translation>项目</translation>
        </message>
        <message>
            <location filename="core/workbook.py" />
            <source>{name}, high</source>
            <translation>{name}，上限</translation>
        </message>
        <message>
            <location filename="core/workbook.py" />
            <source>Cost of a token</source>
            <translation>每 token 成本</translation>
        </message>
        <message>
            <location filename="core/workbook.py" />
            <source>Per accelerator</source>
            <translation>各加速器</translation>
        </message>
        <message>
            <location filename="core/workbook.py" />
            <source>Sources</source>
            <translation>来源</translation>
        </message>
        <message>
            <location filename="core/workbook.py" />
            <location filename="views/decision_section.py" />
            <location filename="views/price_editor.py" />
            <source>Accelerator</source>
            <translation>加速器</translation>
        </message>
        <message>
            <location filename="core/workbook.py" />
            <source>As printed</source>
            <translation>标注值</translation>
        </message>
        <message>
            <location filename="core/workbook.py" />
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <location filename="core/workbook.py" />
            <location filename="views/accelerator_editor.py" />
            <location filename="views/price_editor.py" />
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <location filename="core/workbook.py" />
            <source>Address</source>
            <translation>网址</translation>
        </message>
        <message>
            <location filename="core/workbook.py" />
            <location filename="views/accelerator_editor.py" />
            <location filename="views/price_editor.py" />
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <location filename="core/workbook.py" />
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <location filename="core/workbook.py" />
            <source>{name}, low</source>
            <translation>{name}，下限</translation>
        </message>
        <message>
            <location filename="core/workbook.py" />
            <source>undecidable</source>
            <translation>无法判定</translation>
        </message>
        <message>
            <location filename="core/workbook.py" />
            <source>Batch (sequences)</source>
            <translation>批大小（序列）</translation>
        </message>
        <message>
            <location filename="core/workbook.py" />
            <source>Activated parameters</source>
            <translation>激活参数</translation>
        </message>
        <message>
            <location filename="core/workbook.py" />
            <source>Bytes of weights read in a step</source>
            <translation>每步读取的权重字节</translation>
        </message>
        <message>
            <location filename="core/workbook.py" />
            <source>Bytes of cache of one sequence</source>
            <translation>每个序列的缓存字节</translation>
        </message>
        <message>
            <location filename="core/workbook.py" />
            <source>FLOP of attention over that cache</source>
            <translation>该缓存上注意力的 FLOP</translation>
        </message>
        <message>
            <location filename="core/workbook.py" />
            <location filename="views/use_controls.py" />
            <source>Chips per replica</source>
            <translation>每副本芯片数</translation>
        </message>
        <message>
            <location filename="core/workbook.py" />
            <source>Memory bandwidth (B/s)</source>
            <translation>显存带宽（B/s）</translation>
        </message>
        <message>
            <location filename="core/workbook.py" />
            <source>Achievable rate (FLOP/s)</source>
            <translation>可达算力（FLOP/s）</translation>
        </message>
        <message>
            <location filename="core/workbook.py" />
            <source>Communication of a step (s)</source>
            <translation>每步通信（秒）</translation>
        </message>
        <message>
            <location filename="core/workbook.py" />
            <source>Cost of a chip-hour (USD)</source>
            <translation>芯片小时成本（美元）</translation>
        </message>
        <message>
            <location filename="core/workbook.py" />
            <source>Thermal design power (W)</source>
            <translation>热设计功耗（W）</translation>
        </message>
        <message>
            <location filename="core/workbook.py" />
            <source>Decode step (s)</source>
            <translation>解码步（秒）</translation>
        </message>
        <message>
            <location filename="core/workbook.py" />
            <location filename="views/words.py" />
            <location filename="views/workload_section.py" />
            <source>Tokens per second and chip</source>
            <translation>每芯片每秒 token</translation>
        </message>
        <message>
            <location filename="core/workbook.py" />
            <source>USD per million tokens</source>
            <translation>每百万 token 美元</translation>
        </message>
        <message>
            <location filename="core/workbook.py" />
            <source>Joules per token</source>
            <translation>每 token 焦耳</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>New comparison</source>
            <translation>新建对比</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Compare TPU v7 and B200, as the essay does</source>
            <translation>按文章对比 TPU v7 与 B200</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Save comparison…</source>
            <translation>保存对比…</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Choose accelerators…</source>
            <translation>选择加速器…</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Add or edit an accelerator…</source>
            <translation>添加或编辑加速器…</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Add a price…</source>
            <translation>添加价格…</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Export your accelerators and prices…</source>
            <translation>导出自有加速器与价格…</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Copy the comparison as Markdown</source>
            <translation>以 Markdown 复制对比</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Show the table</source>
            <translation>显示表格</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Show the roofline</source>
            <translation>显示屋顶线</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Show the workload</source>
            <translation>显示工作负载</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Show money and power</source>
            <translation>显示成本与功率</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Show how sure it is</source>
            <translation>显示确定程度</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Decide by seven questions</source>
            <translation>通过七个问题决策</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Show the topology</source>
            <translation>显示拓扑</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Show parallel coordinates</source>
            <translation>显示平行坐标</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Comparison as CSV</source>
            <translation>对比：CSV</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Comparison as Markdown</source>
            <translation>对比：Markdown</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Comparison as workbook with formulas</source>
            <translation>对比：带公式的工作簿</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Comparison, picture of the section</source>
            <translation>对比：当前视图图片</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Comparison, drawing of the section</source>
            <translation>对比：当前视图矢量图</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>What a chip really delivers, costs and draws</source>
            <translation>芯片真正的性能、成本与功耗</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Accelerator comparison</source>
            <translation>加速器对比</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Table of accelerators</source>
            <translation>加速器数据表</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Compare accelerators; estimate time, cost and power of a workload</source>
            <translation>对比加速器；估算工作负载的时间、成本与功耗</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>Unit of memory in a new comparison</source>
            <translation>新建对比的显存单位</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>1 GB is 10⁹ bytes, 1 GiB is 2³⁰ bytes</source>
            <translation>1 GB 为 10⁹ 字节，1 GiB 为 2³⁰ 字节</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>Draws of the Monte-Carlo simulation</source>
            <translation>蒙特卡洛模拟的抽样次数</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>More draws make the probabilities finer and the section slower</source>
            <translation>次数越多，概率越细，该视图也越慢</translation>
        </message>
        <message>
            <location filename="views/accelerator_editor.py" />
            <source>Unit of {quantity}</source>
            <translation>{quantity}的单位</translation>
        </message>
        <message>
            <location filename="views/accelerator_editor.py" />
            <source>Add or edit an accelerator</source>
            <translation>添加或编辑加速器</translation>
        </message>
        <message>
            <location filename="views/accelerator_editor.py" />
            <source>Id</source>
            <translation>Id</translation>
        </message>
        <message>
            <location filename="views/accelerator_editor.py" />
            <source>Page, offer or own measurement</source>
            <translation>网页、报价或自行测量</translation>
        </message>
        <message>
            <location filename="views/accelerator_editor.py" />
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <location filename="views/accelerator_editor.py" />
            <source>Vendor</source>
            <translation>厂商</translation>
        </message>
        <message>
            <location filename="views/accelerator_editor.py" />
            <location filename="views/price_editor.py" />
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <location filename="views/accelerator_editor.py" />
            <location filename="views/chooser.py" />
            <location filename="views/price_editor.py" />
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <location filename="views/accelerator_editor.py" />
            <source>Remove yours</source>
            <translation>移除自有项</translation>
        </message>
        <message>
            <location filename="views/accelerator_editor.py" />
            <source>{title}: “{text}” is not a number.</source>
            <translation>{title}：“{text}”不是数字。</translation>
        </message>
        <message>
            <location filename="views/accelerator_editor.py" />
            <source>Leave it empty if it is unknown.</source>
            <translation>若未知，请留空。</translation>
        </message>
        <message>
            <location filename="views/actions.py" />
            <source>Save comparison</source>
            <translation>保存对比</translation>
        </message>
        <message>
            <location filename="views/actions.py" />
            <source>Saved as {name}.</source>
            <translation>已保存为 {name}。</translation>
        </message>
        <message>
            <location filename="views/actions.py" />
            <source>Export your accelerators</source>
            <translation>导出自有加速器</translation>
        </message>
        <message>
            <location filename="views/actions.py" />
            <source>Copied the comparison as Markdown.</source>
            <translation>已将对比复制为 Markdown。</translation>
        </message>
        <message>
            <location filename="views/actions.py" />
            <source>You have added no accelerators or prices yet.</source>
            <translation>您尚未添加加速器或价格。</translation>
        </message>
        <message>
            <location filename="views/actions.py" />
            <source>Took in {count} accelerators from {name}.</source>
            <translation>已从 {name} 导入 {count} 款加速器。</translation>
        </message>
        <message>
            <location filename="views/actions.py" />
            <source>Comparison</source>
            <translation>对比</translation>
        </message>
        <message>
            <location filename="views/actions.py" />
            <source>cannot read {name}: {error}.</source>
            <translation>无法读取 {name}：{error}。</translation>
        </message>
        <message>
            <location filename="views/actions.py" />
            <source>Check the file.</source>
            <translation>请检查该文件。</translation>
        </message>
        <message>
            <location filename="views/certainty_section.py" />
            <location filename="views/panel.py" />
            <source>How sure</source>
            <translation>确定程度</translation>
        </message>
        <message>
            <location filename="views/certainty_section.py" />
            <source>First accelerator</source>
            <translation>第一款加速器</translation>
        </message>
        <message>
            <location filename="views/certainty_section.py" />
            <source>Second accelerator</source>
            <translation>第二款加速器</translation>
        </message>
        <message>
            <location filename="views/certainty_section.py" />
            <source>lower</source>
            <translation>低于</translation>
        </message>
        <message>
            <location filename="views/certainty_section.py" />
            <source>higher</source>
            <translation>高于</translation>
        </message>
        <message>
            <location filename="views/certainty_section.py" />
            <source>{metric} of {first} is {better} than of {second} in {share} % of {count} draws.</source>
            <translation>在 {count} 次抽样的 {share} % 中，{first} 的{metric}{better} {second}。</translation>
        </message>
        <message>
            <location filename="views/certainty_section.py" />
            <source>Ratio of the two</source>
            <translation>两者之比</translation>
        </message>
        <message>
            <location filename="views/certainty_section.py" />
            <source>Draws</source>
            <translation>抽样</translation>
        </message>
        <message>
            <location filename="views/certainty_section.py" />
            <source>Distribution of the ratio</source>
            <translation>比值分布</translation>
        </message>
        <message>
            <location filename="views/certainty_section.py" />
            <location filename="views/tornado_chart.py" />
            <source>equal</source>
            <translation>相等</translation>
        </message>
        <message>
            <location filename="views/certainty_section.py" />
            <location filename="views/chooser.py" />
            <source>Compare</source>
            <translation>对比</translation>
        </message>
        <message>
            <location filename="views/certainty_section.py" />
            <source>with</source>
            <translation>与</translation>
        </message>
        <message>
            <location filename="views/certainty_section.py" />
            <source>What moves the verdict</source>
            <translation>哪些因素左右结论</translation>
        </message>
        <message>
            <location filename="views/certainty_section.py" />
            <source>Monte-Carlo</source>
            <translation>蒙特卡洛</translation>
        </message>
        <message>
            <location filename="views/certainty_section.py" />
            <source>Each input is drawn from a triangle over its interval. Intervals are those of the sources; where they give none, ±15 % for estimates and ±10 % for announcements are assumed.</source>
            <translation>每个输入在其区间内按三角分布抽样。区间取自来源；来源未给出时，估计值按 ±15 %、宣布值按 ±10 % 假定。</translation>
        </message>
        <message>
            <location filename="views/certainty_section.py" />
            <source>Not known for one of the two.</source>
            <translation>其中一方未知。</translation>
        </message>
        <message>
            <location filename="views/chip_bar.py" />
            <source>Choose…</source>
            <translation>选择…</translation>
        </message>
        <message>
            <location filename="views/chip_bar.py" />
            <location filename="views/chooser.py" />
            <source>Choose accelerators</source>
            <translation>选择加速器</translation>
        </message>
        <message>
            <location filename="views/chip_bar.py" />
            <source>Remove {name} from the comparison</source>
            <translation>从对比中移除 {name}</translation>
        </message>
        <message>
            <location filename="views/chooser.py" />
            <source>Name, vendor or year</source>
            <translation>名称、厂商或年份</translation>
        </message>
        <message>
            <location filename="views/chooser.py" />
            <source>All</source>
            <translation>全选</translation>
        </message>
        <message>
            <location filename="views/chooser.py" />
            <source>None</source>
            <translation>全不选</translation>
        </message>
        <message>
            <location filename="views/chooser.py" />
            <source>{count} chosen</source>
            <translation>已选 {count} 款</translation>
        </message>
        <message>
            <location filename="views/chooser.py" />
            <source>system</source>
            <translation>系统</translation>
        </message>
        <message>
            <location filename="views/chooser.py" />
            <source>Choose at least two</source>
            <translation>请至少选择两款</translation>
        </message>
        <message>
            <location filename="views/decision_section.py" />
            <source>Can it be had?</source>
            <translation>能否买到或租到？</translation>
        </message>
        <message>
            <location filename="views/decision_section.py" />
            <location filename="views/panel.py" />
            <source>Decide</source>
            <translation>决策</translation>
        </message>
        <message>
            <location filename="views/decision_section.py" />
            <source>Recommendation</source>
            <translation>推荐</translation>
        </message>
        <message>
            <location filename="views/decision_section.py" />
            <source>Ranking and eliminated accelerators</source>
            <translation>排名与淘汰</translation>
        </message>
        <message>
            <location filename="views/decision_section.py" />
            <source>No accelerator with known figures meets all answers. Loosen one of them.</source>
            <translation>没有数据已知且满足全部条件的加速器。请放宽其中一项。</translation>
        </message>
        <message>
            <location filename="views/decision_section.py" />
            <source>Ranking ({count})</source>
            <translation>排名（{count}）</translation>
        </message>
        <message>
            <location filename="views/decision_section.py" />
            <source>Eliminated ({count})</source>
            <translation>已淘汰（{count}）</translation>
        </message>
        <message>
            <location filename="views/decision_section.py" />
            <source>Answers of the essay's guide</source>
            <translation>文章选型指南的答案</translation>
        </message>
        <message>
            <location filename="views/decision_section.py" />
            <source>Recommended: {name}</source>
            <translation>推荐：{name}</translation>
        </message>
        <message>
            <location filename="views/decision_section.py" />
            <source>{margin} % below {second}, in {share} % of draws.</source>
            <translation>比 {second} 低 {margin} %，在 {share} % 的抽样中成立。</translation>
        </message>
        <message>
            <location filename="views/decision_section.py" />
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <location filename="views/decision_section.py" />
            <source>Undecidable ({count})</source>
            <translation>无法判定（{count}）</translation>
        </message>
        <message>
            <location filename="views/decision_section.py" />
            <source>The essay's guide names {vendor} here too.</source>
            <translation>文章的指南在此同样推荐 {vendor}。</translation>
        </message>
        <message>
            <location filename="views/decision_section.py" />
            <source>The essay's guide names {vendor} here.</source>
            <translation>文章的指南在此推荐的是 {vendor}。</translation>
        </message>
        <message>
            <location filename="views/money_section.py" />
            <source>Own, worked out below</source>
            <translation>自有，按下方条件计算</translation>
        </message>
        <message>
            <location filename="views/money_section.py" />
            <source>Basis of prices</source>
            <translation>价格类别</translation>
        </message>
        <message>
            <location filename="views/money_section.py" />
            <source>Terms of ownership</source>
            <translation>自有条件</translation>
        </message>
        <message>
            <location filename="views/money_section.py" />
            <location filename="views/panel.py" />
            <source>Money</source>
            <translation>成本</translation>
        </message>
        <message>
            <location filename="views/money_section.py" />
            <source>Cost and performance per watt</source>
            <translation>成本与能效</translation>
        </message>
        <message>
            <location filename="views/money_section.py" />
            <source>All accelerators by the chosen measure</source>
            <translation>按所选指标列出全部加速器</translation>
        </message>
        <message>
            <location filename="views/money_section.py" />
            <source>What brochures compare</source>
            <translation>宣传册比较的数值</translation>
        </message>
        <message>
            <location filename="views/money_section.py" />
            <source>Best measured matrix product over TDP</source>
            <translation>矩阵乘最佳实测除以 TDP</translation>
        </message>
        <message>
            <location filename="views/money_section.py" />
            <source>Provisioned site power: hosts, network, cooling</source>
            <translation>站点配置功率：主机、网络、冷却</translation>
        </message>
        <message>
            <location filename="views/money_section.py" />
            <source>TDP over tokens: an upper bound of what the chip draws</source>
            <translation>TDP 除以 token 速率：芯片功耗的上界</translation>
        </message>
        <message>
            <location filename="views/money_section.py" />
            <source>Purchase price from</source>
            <translation>购买价来源</translation>
        </message>
        <message>
            <location filename="views/money_section.py" />
            <source>Price from</source>
            <translation>价格来源</translation>
        </message>
        <message>
            <location filename="views/money_section.py" />
            <source>Purchase, where none is known</source>
            <translation>购买价（未知时采用）</translation>
        </message>
        <message>
            <location filename="views/money_section.py" />
            <source>Interest</source>
            <translation>利率</translation>
        </message>
        <message>
            <location filename="views/money_section.py" />
            <source>Electricity</source>
            <translation>电费</translation>
        </message>
        <message>
            <location filename="views/money_section.py" />
            <source>Colocation</source>
            <translation>机房托管</translation>
        </message>
        <message>
            <location filename="views/money_section.py" />
            <source>Dated prices from the table; add your own with “Add a price…” in the menu.</source>
            <translation>价格取自数据表并带日期；可在菜单中用“添加价格…”加入自己的价格。</translation>
        </message>
        <message>
            <location filename="views/money_section.py" />
            <source>Whiskers: all inputs at the ends of their intervals. Hatched: rests on an estimate, or unknown.</source>
            <translation>须线：所有输入取区间两端。斜纹：基于估计值，或未知。</translation>
        </message>
        <message>
            <location filename="views/money_section.py" />
            <source>your figure</source>
            <translation>您的数值</translation>
        </message>
        <message>
            <location filename="views/money_section.py" />
            <source>No purchase price in the table: the slider's is taken.</source>
            <translation>表中无购买价：采用滑块的数值。</translation>
        </message>
        <message>
            <location filename="views/money_section.py" />
            <source>No price of this kind in the table.</source>
            <translation>表中无此类价格。</translation>
        </message>
        <message>
            <location filename="views/panel.py" />
            <location filename="views/table_section.py" />
            <source>Table</source>
            <translation>表格</translation>
        </message>
        <message>
            <location filename="views/panel.py" />
            <location filename="views/roofline_section.py" />
            <source>Roofline</source>
            <translation>屋顶线</translation>
        </message>
        <message>
            <location filename="views/panel.py" />
            <location filename="views/workload_section.py" />
            <source>Workload</source>
            <translation>工作负载</translation>
        </message>
        <message>
            <location filename="views/panel.py" />
            <location filename="views/parallel_chart.py" />
            <location filename="views/parallel_section.py" />
            <source>Parallel coordinates</source>
            <translation>平行坐标</translation>
        </message>
        <message>
            <location filename="views/panel.py" />
            <source>Sections</source>
            <translation>视图</translation>
        </message>
        <message>
            <location filename="views/parallel_section.py" />
            <source>Form</source>
            <translation>形式</translation>
        </message>
        <message>
            <location filename="views/parallel_section.py" />
            <source>Clear the brushes</source>
            <translation>清除刷选</translation>
        </message>
        <message>
            <location filename="views/parallel_section.py" />
            <source>Compare what is left</source>
            <translation>对比剩余项</translation>
        </message>
        <message>
            <location filename="views/parallel_section.py" />
            <source>Drag along an axis to keep a range; a click clears it. Up is better on every axis. A figure nobody knows stands below the axis, never at zero.</source>
            <translation>沿坐标轴拖动可保留一段范围，单击清除。各轴均以上方为优。未知数据位于轴的下方，绝不当作零。</translation>
        </message>
        <message>
            <location filename="views/parallel_section.py" />
            <source>A radar misleads for more than three; choose fewer.</source>
            <translation>超过三款时雷达图会误导；请减少选择。</translation>
        </message>
        <message>
            <location filename="views/parallel_section.py" />
            <location filename="views/radar_chart.py" />
            <source>Radar</source>
            <translation>雷达图</translation>
        </message>
        <message>
            <location filename="views/parallel_section.py" />
            <source>{count} left: {names}</source>
            <translation>剩余 {count} 款：{names}</translation>
        </message>
        <message>
            <location filename="views/price_editor.py" />
            <source>Add a price</source>
            <translation>添加价格</translation>
        </message>
        <message>
            <location filename="views/price_editor.py" />
            <source>Offer, invoice or page</source>
            <translation>报价、发票或网页</translation>
        </message>
        <message>
            <location filename="views/price_editor.py" />
            <source>Basis</source>
            <translation>类别</translation>
        </message>
        <message>
            <location filename="views/price_editor.py" />
            <source>Provider</source>
            <translation>供应商</translation>
        </message>
        <message>
            <location filename="views/price_editor.py" />
            <source> a chip</source>
            <translation>/芯片</translation>
        </message>
        <message>
            <location filename="views/price_editor.py" />
            <source> a chip-hour</source>
            <translation>/芯片小时</translation>
        </message>
        <message>
            <location filename="views/roofline_section.py" />
            <source>{name} {precision}, ridge {ridge} FLOP/B</source>
            <translation>{name} {precision}，脊点 {ridge} FLOP/B</translation>
        </message>
        <message>
            <location filename="views/roofline_section.py" />
            <source>attention</source>
            <translation>注意力</translation>
        </message>
        <message>
            <location filename="views/roofline_section.py" />
            <source>decode</source>
            <translation>解码</translation>
        </message>
        <message>
            <location filename="views/roofline_section.py" />
            <source>prefill</source>
            <translation>预填充</translation>
        </message>
        <message>
            <location filename="views/roofline_section.py" />
            <source>Arithmetic intensity</source>
            <translation>算术强度</translation>
        </message>
        <message>
            <location filename="views/roofline_section.py" />
            <source>Rate of one chip</source>
            <translation>单芯片算力</translation>
        </message>
        <message>
            <location filename="views/roofline_section.py" />
            <source>Solid: peak of the chosen precision; thin: its other precisions; dashed: the best measured matrix product and reached bandwidth; grey: all others.</source>
            <translation>实线：所选精度的峰值；细线：其他精度；虚线：矩阵乘最佳实测与实际带宽；灰线：其余全部。</translation>
        </message>
        <message>
            <location filename="views/store.py" />
            <source>A plugin's table was left out: {what}</source>
            <translation>已略过某插件的数据表：{what}</translation>
        </message>
        <message>
            <location filename="views/store.py" />
            <source>the last comparison</source>
            <translation>上次的对比</translation>
        </message>
        <message>
            <location filename="views/store.py" />
            <source>{name}: chips does not name two or more different ones.</source>
            <translation>{name}：chips 未给出两款或以上不同的加速器。</translation>
        </message>
        <message>
            <location filename="views/store.py" />
            <source>Write chips = ["tpu_v7", "b200_sxm"].</source>
            <translation>请写成 chips = ["tpu_v7", "b200_sxm"]。</translation>
        </message>
        <message>
            <location filename="views/store.py" />
            <source>The last comparison could not be taken up: {what}</source>
            <translation>无法恢复上次的对比：{what}</translation>
        </message>
        <message>
            <location filename="views/store.py" />
            <source>Your accelerators could not be read: {error}</source>
            <translation>无法读取您的加速器：{error}</translation>
        </message>
        <message>
            <location filename="views/store.py" />
            <source>They are kept in {name}.</source>
            <translation>已保留在 {name} 中。</translation>
        </message>
        <message>
            <location filename="views/table_model.py" />
            <source>The essay says</source>
            <translation>文章的说法</translation>
        </message>
        <message>
            <location filename="views/table_model.py" />
            <source>no such row</source>
            <translation>无此行</translation>
        </message>
        <message>
            <location filename="views/table_section.py" />
            <source>Figures of the chosen accelerators</source>
            <translation>所选加速器的数据</translation>
        </message>
        <message>
            <location filename="views/table_section.py" />
            <source>Where the chosen cell comes from</source>
            <translation>所选单元格的出处</translation>
        </message>
        <message>
            <location filename="views/table_section.py" />
            <source>Filter rows</source>
            <translation>筛选行</translation>
        </message>
        <message>
            <location filename="views/table_section.py" />
            <source>Unit of memory</source>
            <translation>显存单位</translation>
        </message>
        <message>
            <location filename="views/table_section.py" />
            <source>Which link rate comes first</source>
            <translation>优先显示的互联带宽</translation>
        </message>
        <message>
            <location filename="views/table_section.py" />
            <source>Dense or sparse rates</source>
            <translation>稠密或稀疏算力</translation>
        </message>
        <message>
            <location filename="views/table_section.py" />
            <source>{count} hidden</source>
            <translation>已隐藏 {count} 行</translation>
        </message>
        <message>
            <location filename="views/table_section.py" />
            <source>Show all rows</source>
            <translation>显示所有行</translation>
        </message>
        <message>
            <location filename="views/table_section.py" />
            <source>Hide this row</source>
            <translation>隐藏此行</translation>
        </message>
        <message>
            <location filename="views/table_section.py" />
            <source>Order the accelerators by this row</source>
            <translation>按此行排列加速器</translation>
        </message>
        <message>
            <location filename="views/table_section.py" />
            <source>Unpin</source>
            <translation>取消固定</translation>
        </message>
        <message>
            <location filename="views/table_section.py" />
            <source>Pin as reference</source>
            <translation>固定为基准</translation>
        </message>
        <message>
            <location filename="views/table_section.py" />
            <source>Choose a cell to see its source, date and bounds.</source>
            <translation>选择一个单元格，即可查看其来源、日期与区间。</translation>
        </message>
        <message>
            <location filename="views/table_section.py" />
            <source>Remove from the comparison</source>
            <translation>从对比中移除</translation>
        </message>
        <message>
            <location filename="views/table_section.py" />
            <source>GB (10⁹)</source>
            <translation>GB(10⁹)</translation>
        </message>
        <message>
            <location filename="views/table_section.py" />
            <source>GiB (2³⁰)</source>
            <translation>GiB(2³⁰)</translation>
        </message>
        <message>
            <location filename="views/table_section.py" />
            <source>both directions</source>
            <translation>双向</translation>
        </message>
        <message>
            <location filename="views/table_section.py" />
            <source>one direction</source>
            <translation>单向</translation>
        </message>
        <message>
            <location filename="views/table_section.py" />
            <source>one pair</source>
            <translation>单对芯片</translation>
        </message>
        <message>
            <location filename="views/table_section.py" />
            <source>dense</source>
            <translation>稠密</translation>
        </message>
        <message>
            <location filename="views/table_section.py" />
            <source>sparse</source>
            <translation>稀疏</translation>
        </message>
        <message>
            <location filename="views/topology_section.py" />
            <source>A torus gives each neighbour one link, a mesh each pair one link, a switch any pair the whole. Dashed: wraparound.</source>
            <translation>环面网络中每个邻居一条链路，全互联中每对芯片一条链路，交换机则让任意一对独享全部带宽。虚线：环绕链路。</translation>
        </message>
        <message>
            <location filename="views/topology_sketch.py" />
            <source>one pair, one way: {rate}</source>
            <translation>单对芯片，单向：{rate}</translation>
        </message>
        <message>
            <location filename="views/topology_sketch.py" />
            <source>all links, one way: {rate}</source>
            <translation>全部链路，单向：{rate}</translation>
        </message>
        <message>
            <location filename="views/topology_sketch.py" />
            <location filename="views/use_controls.py" />
            <source>switch</source>
            <translation>交换机</translation>
        </message>
        <message>
            <location filename="views/topology_sketch.py" />
            <source>host</source>
            <translation>主机</translation>
        </message>
        <message>
            <location filename="views/topology_sketch.py" />
            <source>topology unknown</source>
            <translation>拓扑未知</translation>
        </message>
        <message>
            <location filename="views/topology_sketch.py" />
            <source>a pair sees {share} % of the aggregate</source>
            <translation>单对芯片可用总带宽的 {share} %</translation>
        </message>
        <message>
            <location filename="views/tornado_chart.py" />
            <source>flips at {value}</source>
            <translation>在 {value} 处反转</translation>
        </message>
        <message>
            <location filename="views/tornado_chart.py" />
            <source>Tornado chart</source>
            <translation>龙卷风图</translation>
        </message>
        <message>
            <location filename="views/tornado_chart.py" />
            <source>Nothing to vary: a figure of one of the two is unknown.</source>
            <translation>无可变动项：其中一方有数据未知。</translation>
        </message>
        <message>
            <location filename="views/tornado_chart.py" />
            <source>now {ratio}</source>
            <translation>当前 {ratio}</translation>
        </message>
        <message>
            <location filename="views/use_controls.py" />
            <source>Model</source>
            <translation>模型</translation>
        </message>
        <message>
            <location filename="views/use_controls.py" />
            <source>Precision</source>
            <translation>精度</translation>
        </message>
        <message>
            <location filename="views/use_controls.py" />
            <source>Cache</source>
            <translation>缓存</translation>
        </message>
        <message>
            <location filename="views/use_controls.py" />
            <source>Chips</source>
            <translation>芯片</translation>
        </message>
        <message>
            <location filename="views/use_controls.py" />
            <source>Wanted per user</source>
            <translation>每用户需求</translation>
        </message>
        <message>
            <location filename="views/use_controls.py" />
            <source>Network between domains</source>
            <translation>域间网络</translation>
        </message>
        <message>
            <location filename="views/use_controls.py" />
            <source>One chip's share; with it a replica may reach beyond a scale-up domain</source>
            <translation>每芯片的份额；启用后副本可跨越纵向扩展域</translation>
        </message>
        <message>
            <location filename="views/use_controls.py" />
            <source>Count communication between chips</source>
            <translation>计入芯片间通信</translation>
        </message>
        <message>
            <location filename="views/use_controls.py" />
            <source>Training tokens</source>
            <translation>训练 token</translation>
        </message>
        <message>
            <location filename="views/use_controls.py" />
            <source>Training chips</source>
            <translation>训练芯片</translation>
        </message>
        <message>
            <location filename="views/use_controls.py" />
            <source>each its own</source>
            <translation>各自的拓扑</translation>
        </message>
        <message>
            <location filename="views/use_controls.py" />
            <source>ring, one way</source>
            <translation>环，单向</translation>
        </message>
        <message>
            <location filename="views/use_controls.py" />
            <source>ring, both ways</source>
            <translation>环，双向</translation>
        </message>
        <message>
            <location filename="views/use_controls.py" />
            <source>mesh</source>
            <translation>全互联</translation>
        </message>
        <message>
            <location filename="views/use_controls.py" />
            <source>torus</source>
            <translation>环面</translation>
        </message>
        <message>
            <location filename="views/use_controls.py" />
            <source>torus, one way</source>
            <translation>环面，单向</translation>
        </message>
        <message>
            <location filename="views/use_controls.py" />
            <source>torus without wraparound</source>
            <translation>环面，无环绕</translation>
        </message>
        <message>
            <location filename="views/use_controls.py" />
            <source>16 bit</source>
            <translation>16 位</translation>
        </message>
        <message>
            <location filename="views/use_controls.py" />
            <source>8 bit</source>
            <translation>8 位</translation>
        </message>
        <message>
            <location filename="views/use_controls.py" />
            <source>4 bit</source>
            <translation>4 位</translation>
        </message>
        <message>
            <location filename="views/use_controls.py" />
            <source>as many as needed</source>
            <translation>按需</translation>
        </message>
        <message>
            <location filename="views/use_controls.py" />
            <source>any</source>
            <translation>不限</translation>
        </message>
        <message>
            <location filename="views/use_controls.py" />
            <source>Batch</source>
            <translation>批大小</translation>
        </message>
        <message>
            <location filename="views/use_controls.py" />
            <source>sequences</source>
            <translation>个序列</translation>
        </message>
        <message>
            <location filename="views/use_controls.py" />
            <source>Context</source>
            <translation>上下文</translation>
        </message>
        <message>
            <location filename="views/use_controls.py" />
            <source>tokens</source>
            <translation>token</translation>
        </message>
        <message>
            <location filename="views/use_controls.py" />
            <source>Prompt</source>
            <translation>提示</translation>
        </message>
        <message>
            <location filename="views/use_controls.py" />
            <source>Memory bandwidth reached</source>
            <translation>显存带宽达成率</translation>
        </message>
        <message>
            <location filename="views/use_controls.py" />
            <source>Weights</source>
            <translation>权重</translation>
        </message>
        <message>
            <location filename="views/use_controls.py" />
            <source>Serving</source>
            <translation>推理</translation>
        </message>
        <message>
            <location filename="views/use_controls.py" />
            <source>Beyond a domain</source>
            <translation>跨域网络</translation>
        </message>
        <message>
            <location filename="views/use_controls.py" />
            <source>Reality</source>
            <translation>实际折损</translation>
        </message>
        <message>
            <location filename="views/use_controls.py" />
            <source>Training</source>
            <translation>训练</translation>
        </message>
        <message>
            <location filename="views/verdict_strip.py" />
            <source>Judge by</source>
            <translation>评判指标</translation>
        </message>
        <message>
            <location filename="views/verdict_strip.py" />
            <source>Verdict</source>
            <translation>结论</translation>
        </message>
        <message>
            <location filename="views/verdict_strip.py" />
            <source>Undecidable: not known for {names}.</source>
            <translation>无法判定：{names} 的数据未知。</translation>
        </message>
        <message>
            <location filename="views/verdict_strip.py" />
            <source>It leads in {share} % of draws.</source>
            <translation>在 {share} % 的抽样中领先。</translation>
        </message>
        <message>
            <location filename="views/verdict_strip.py" />
            <source>{best} leads {second} by {margin} %: {value} against {other}.</source>
            <translation>{best} 比 {second} 优 {margin} %：{value} 对 {other}。</translation>
        </message>
        <message>
            <location filename="views/verdict_strip.py" />
            <source>It leads in only {share} % of draws: undecided.</source>
            <translation>仅在 {share} % 的抽样中领先：尚无定论。</translation>
        </message>
        <message>
            <location filename="views/verdict_strip.py" />
            <source>Not known for {names}.</source>
            <translation>{names} 的数据未知。</translation>
        </message>
        <message>
            <location filename="views/verdict_strip.py" />
            <location filename="views/workload_section.py" />
            <source>does not fit</source>
            <translation>放不下</translation>
        </message>
        <message>
            <location filename="views/verdict_strip.py" />
            <source>{name} ({why})</source>
            <translation>{name}（{why}）</translation>
        </message>
        <message>
            <location filename="views/words.py" />
            <source>Flips below {value}: {input}.</source>
            <translation>低于 {value} 即反转：{input}。</translation>
        </message>
        <message>
            <location filename="views/words.py" />
            <source>price “{kind}”</source>
            <translation>“{kind}”价格</translation>
        </message>
        <message>
            <location filename="views/words.py" />
            <source>{days} days</source>
            <translation>{days} 天</translation>
        </message>
        <message>
            <location filename="views/words.py" />
            <source>{years} years</source>
            <translation>{years} 年</translation>
        </message>
        <message>
            <location filename="views/words.py" />
            <source>Flips above {value}: {input}.</source>
            <translation>高于 {value} 即反转：{input}。</translation>
        </message>
        <message>
            <location filename="views/words.py" />
            <source>measured</source>
            <translation>实测</translation>
        </message>
        <message>
            <location filename="views/words.py" />
            <source>published</source>
            <translation>公布</translation>
        </message>
        <message>
            <location filename="views/words.py" />
            <source>announced</source>
            <translation>宣布</translation>
        </message>
        <message>
            <location filename="views/words.py" />
            <source>estimated</source>
            <translation>估计</translation>
        </message>
        <message>
            <location filename="views/words.py" />
            <source>essay</source>
            <translation>文章</translation>
        </message>
        <message>
            <location filename="views/words.py" />
            <source>yours</source>
            <translation>自有</translation>
        </message>
        <message>
            <location filename="views/words.py" />
            <source>{one} {other}</source>
            <translation>{one}{other}</translation>
        </message>
        <message>
            <location filename="views/words.py" />
            <source>Cost of a million tokens</source>
            <translation>每百万 token 成本</translation>
        </message>
        <message>
            <location filename="views/words.py" />
            <source>Cost of a chip-hour</source>
            <translation>芯片小时成本</translation>
        </message>
        <message>
            <location filename="views/words.py" />
            <source>Cost of 10¹⁸ FLOP</source>
            <translation>每 10¹⁸ FLOP 成本</translation>
        </message>
        <message>
            <location filename="views/words.py" />
            <source>Energy of a token</source>
            <translation>每 token 能耗</translation>
        </message>
        <message>
            <location filename="views/words.py" />
            <source>Tokens per second and megawatt</source>
            <translation>每兆瓦每秒 token</translation>
        </message>
        <message>
            <location filename="views/words.py" />
            <location filename="views/workload_section.py" />
            <source>Tokens per second and user</source>
            <translation>每用户每秒 token</translation>
        </message>
        <message>
            <location filename="views/words.py" />
            <source>Time to first token</source>
            <translation>首 token 时间</translation>
        </message>
        <message>
            <location filename="views/words.py" />
            <source>Decode step</source>
            <translation>解码步</translation>
        </message>
        <message>
            <location filename="views/words.py" />
            <source>Prefill of a prompt</source>
            <translation>单个提示的预填充</translation>
        </message>
        <message>
            <location filename="views/words.py" />
            <source>Training time</source>
            <translation>训练时间</translation>
        </message>
        <message>
            <location filename="views/words.py" />
            <source>Cost of the training</source>
            <translation>训练成本</translation>
        </message>
        <message>
            <location filename="views/words.py" />
            <source>Peak rate over TDP</source>
            <translation>峰值算力 / TDP</translation>
        </message>
        <message>
            <location filename="views/words.py" />
            <source>Achievable rate over TDP</source>
            <translation>可达算力 / TDP</translation>
        </message>
        <message>
            <location filename="views/words.py" />
            <source>by its sources</source>
            <translation>依据来源</translation>
        </message>
        <message>
            <location filename="views/words.py" />
            <source>assumed for its status</source>
            <translation>按状态假定</translation>
        </message>
        <message>
            <location filename="views/words.py" />
            <source>printed as {printed}</source>
            <translation>标注为 {printed}</translation>
        </message>
        <message>
            <location filename="views/words.py" />
            <source>from the table {origin}</source>
            <translation>出自数据表 {origin}</translation>
        </message>
        <message>
            <location filename="views/words.py" />
            <source>No figure in the table.</source>
            <translation>数据表中没有此项。</translation>
        </message>
        <message>
            <location filename="views/workload_section.py" />
            <source>Each curve runs through batches from {most} (left) to 1; the large dot is the chosen batch.</source>
            <translation>每条曲线从批大小 {most}（左）到 1；大圆点为所选批大小。</translation>
        </message>
        <message>
            <location filename="views/workload_section.py" />
            <source>What each accelerator does with the workload</source>
            <translation>各加速器运行该负载的表现</translation>
        </message>
        <message>
            <location filename="views/workload_section.py" />
            <source>{weights} of weights and {cache} of cache: {token} a token, {sequence} a sequence, {batch} sequences.</source>
            <translation>权重 {weights}，缓存 {cache}：每 token {token}，每序列 {sequence}，共 {batch} 个序列。</translation>
        </message>
        <message>
            <location filename="views/workload_section.py" />
            <source>Largest batch at {rate} tokens/s</source>
            <translation>{rate} token/s 下的最大批大小</translation>
        </message>
        <message>
            <location filename="views/workload_section.py" />
            <source>With which every user still gets the wanted tokens a second</source>
            <translation>仍能让每位用户得到所需的每秒 token 数</translation>
        </message>
        <message>
            <location filename="views/workload_section.py" />
            <source>Above its dashed line an accelerator makes a million tokens for less than {cost}.</source>
            <translation>位于各自虚线之上时，加速器生成百万 token 的成本低于 {cost}。</translation>
        </message>
        <message>
            <location filename="views/workload_section.py" />
            <source>Latency against throughput</source>
            <translation>延迟与吞吐</translation>
        </message>
        <message>
            <location filename="views/workload_section.py" />
            <source>wanted</source>
            <translation>需求</translation>
        </message>
        <message>
            <location filename="views/workload_section.py" />
            <source>Smallest replica</source>
            <translation>最小副本</translation>
        </message>
        <message>
            <location filename="views/workload_section.py" />
            <source>A tenth of the memory is kept free; powers of two within the scale-up domain</source>
            <translation>预留十分之一显存；芯片数为纵向扩展域内的 2 的幂</translation>
        </message>
        <message>
            <location filename="views/workload_section.py" />
            <source>Cache and weights read once, matrix products overlapped, then communication</source>
            <translation>缓存与权重各读一次，矩阵乘与之重叠，再加通信</translation>
        </message>
        <message>
            <location filename="views/workload_section.py" />
            <source>of it communication</source>
            <translation>其中通信</translation>
        </message>
        <message>
            <location filename="views/workload_section.py" />
            <source>Two all-reduces a layer over the chip's own topology</source>
            <translation>每层两次 all-reduce，按芯片自身的拓扑计</translation>
        </message>
        <message>
            <location filename="views/workload_section.py" />
            <source>Largest batch that fits</source>
            <translation>可容纳的最大批大小</translation>
        </message>
        <message>
            <location filename="views/workload_section.py" />
            <source>Sequences whose cache the replica holds beside the weights</source>
            <translation>副本在权重之外能容纳其缓存的序列数</translation>
        </message>
        <message>
            <location filename="views/workload_section.py" />
            <source>One prompt with attention, at the utilisation</source>
            <translation>单个提示，含注意力，按所设利用率</translation>
        </message>
        <message>
            <location filename="views/workload_section.py" />
            <source>Prefill of one prompt and a decode step; no queue</source>
            <translation>单个提示的预填充加一个解码步；不含排队</translation>
        </message>
        <message>
            <location filename="views/workload_section.py" />
            <source>6 FLOP a parameter and token on {chips} chips</source>
            <translation>{chips} 颗芯片，每参数每 token 6 FLOP</translation>
        </message>
        <message>
            <location filename="views/workload_section.py" />
            <source>too slow even for one</source>
            <translation>单个序列也达不到</translation>
        </message>
        <message>
            <location filename="views/workload_section.py" />
            <source>{cost} a million tokens</source>
            <translation>每百万 token {cost}</translation>
        </message>
        <message>
            <location filename="views/workload_section.py" />
            <source>×{chips}, {share} % full</source>
            <translation>×{chips}，占用 {share} %</translation>
        </message>
        <message>
            <location filename="__init__.py" />
            <source>Accelerator comparator: what a chip delivers, costs and draws.</source>
            <translation>加速器对比：一块芯片能交付多少、花多少钱、耗多少电。</translation>
        </message>
    </context>
</TS>
