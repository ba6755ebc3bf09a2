<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>pixelwatt_video_budget</name>
        <message>
            <location filename="claims.py" />
            <location filename="core/markdown.py" />
            <location filename="core/spreadsheet.py" />
            <location filename="plugin.py" />
            <location filename="views/topsheet.py" />
            <source>Video budget</source>
            <translation>视频预算</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>0.15 × 8 = {price}.</source>
            <translation>0.15 × 8 = {price}。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>Mean tries 1 / 0.2 = 5; 5 × 1.20 = {mean}. It is the mean, not what suffices.</source>
            <translation>平均尝试次数 1 / 0.2 = 5；5 × 1.20 = {mean}。这是均值，而不是足够的金额。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>1 − 0.8⁵ = {enough:.5f}: five tries fail every third time. 90 % takes {p90} tries (${cost90}), 95 % takes {p95} (${cost95}).</source>
            <translation>1 − 0.8⁵ = {enough:.5f}：生成五条，约三次里有一次仍不够。要有 90% 把握需 {p90} 条（${cost90}），95% 需 {p95} 条（${cost95}）。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>$6 follows from 0.15 × 8 × 5. $10 follows from nothing: 0.20 × 8 × 5 = {high}, 2.50 × 5 = {doubled}.</source>
            <translation>$6 来自 0.15 × 8 × 5。$10 无从推出：0.20 × 8 × 5 = {high}，2.50 × 5 = {doubled}。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>2 × 1.20 = {double}, not 2.50; 2.50 is {factor:.2f} times 1.20.</source>
            <translation>2 × 1.20 = {double}，不是 2.50；2.50 是 1.20 的 {factor:.2f} 倍。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>The text computes {low}; its range of 0.15–0.20 a second gives {low}–{high} for a clip, so 1.5 can be meant. A usable clip is {usable}.</source>
            <translation>正文算出的是 {low}；按每秒 0.15–0.20 的区间，一条为 {low}–{high}，1.5 可以落在其中。一条可用素材则是 {usable}。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>No source is given. One published case kept 41 of 164 clips = {rate:.0%}, but used 5 of each 15 s: {trimmed:.1%} of what was generated. Claimed bands run from 4 % (broadcast) to 85 % (social).</source>
            <translation>原文没有给出来源。一个公开案例在 164 条中保留 41 条，即 {rate:.0%}，但每 15 秒只用了 5 秒：仅占生成总量的 {trimmed:.1%}。公开宣称的区间从 4%（广播级）到 85%（社交媒体）。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>A usable minute is 60/8 × $6–10 = $45–75. Against the essay's own tiers: {ratios}. All of it fits L5 alone, part of it L4 and L6; and people are left out.</source>
            <translation>一分钟可用素材为 60/8 × $6–10 = $45–75。与文中各级别相比：{ratios}。其中只有 L5 完全符合，L4 与 L6 部分符合；而且没有计入人工。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>L10 begins at {l10:,}; over L2's {high:,} that is {least:,.0f}×, over {low:,} it is {most:,.0f}×. A thousandth is the cautious end.</source>
            <translation>L10 从 {l10:,} 起；除以 L2 的 {high:,} 是 {least:,.0f} 倍，除以 {low:,} 是 {most:,.0f} 倍。“千分之一”是保守的一端。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>Unselected: 60 × 0.15–0.20 = ${low}–{high} (18.75 with upscale). With the 20 % rate the essay calls the real cost: ${true_low:.0f}–{true_high:.0f} ({upscaled:.2f}).</source>
            <translation>不筛选：60 × 0.15–0.20 = ${low}–{high}（含超分 18.75）。按文中称为“真实成本”的 20% 良品率：${true_low:.0f}–{true_high:.0f}（含超分 {upscaled:.2f}）。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>A minute is 8 clips of 8 s, at 20 % {tries} tries ({exact:.1f} without rounding). At 73 s each in one slot: {generation:.0f} min; watching alone {review:.1f} min. Ten minutes need at least 5 slots.</source>
            <translation>一分钟需要 8 条 8 秒的片段，按 20% 需生成 {tries} 条（不取整为 {exact:.1f}）。单路每条 73 秒：{generation:.0f} 分钟；仅观看就要 {review:.1f} 分钟。要在 10 分钟内完成至少需 5 路并发。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>It compares 8 seconds with a film. By the second of a 120 min film: ${film:,.0f} against ${clip:.4f}, {ratio:,.0f}×; but neither yields nor people are in it.</source>
            <translation>这是拿 8 秒与一部电影相比。按 120 分钟影片的每秒计：${film:,.0f} 对 ${clip:.4f}，相差 {ratio:,.0f} 倍；但其中既没有良品率也没有人工。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>Veo 3 outputs 24 fps. $0.15 with sound was Veo 3 Fast (Sep 2025 – Apr 2026); Veo 3 itself is $0.40 a second: {clip:.2f} a clip, {usable:.2f} a usable one.</source>
            <translation>Veo 3 输出为 24 fps。含声音 $0.15 是 Veo 3 Fast 的价格（2025 年 9 月至 2026 年 4 月）；Veo 3 本身每秒 $0.40：一条 {clip:.2f}，一条可用素材 {usable:.2f}。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>At the essay's L2, $5,000 buy {least:.1f} to {most:.0f} minutes. Whether that is an episode depends on its length.</source>
            <translation>以文中的 L2 计，5,000 美元可做 {least:.1f} 到 {most:.0f} 分钟。是否够一集，取决于一集有多长。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>Published: 20–31.2 million yen for about 24 min = $5,600–9,300 a minute at 139–150 yen. The essay is {low:.1f} to {high:.0f} times that.</source>
            <translation>公开数据：约 24 分钟一集 2,000–3,120 万日元，按 139–150 日元汇率合每分钟 $5,600–9,300。文中数字是其 {low:.1f} 至 {high:.0f} 倍。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>20,000 × 60 = ${minute:,} a minute: the size of the essay's L10 (1,500,000+), so the two agree; but neither names a source.</source>
            <translation>20,000 × 60 = 每分钟 ${minute:,}：与文中 L10（1,500,000+）同一量级，两者一致；但都没有给出来源。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>The same stars carry different words: {cases}. L6–L8 lie in no zone.</source>
            <translation>相同星级对应不同文字：{cases}。L6–L8 不属于任何一区。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>{clips} clips, {seconds:.3f} s ({count}); timeline {timeline:.3f} s, flattened {flattened:.3f} s, all clips {all:.3f} s.</source>
            <translation>{clips} 个片段，{seconds:.3f} 秒（{count}）；时间线 {timeline:.3f} 秒，可见画面 {flattened:.3f} 秒，全部片段 {all:.3f} 秒。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>what a budget plan costs, with its risk</source>
            <translation>一份预算方案的成本及其风险</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>count this stale or retired price row; “all” for every one</source>
            <translation>计入这条过期或已下架的价格；“all” 表示全部</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>confidence of the budget, as 0.9</source>
            <translation>预算的把握，例如 0.9</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>the seconds a timeline asks for</source>
            <translation>一条时间线需要多少秒</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>frame rate of an EDL, as 24</source>
            <translation>EDL 的帧率，例如 24</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>flattened (what is seen), all (every clip) or track:N</source>
            <translation>flattened（可见画面）、all（全部片段）或 track:N（第 N 轨）</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>the price book</source>
            <translation>价目表</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>{file} has no shots.</source>
            <translation>{file} 中没有镜头。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>Add a [[shot]] table to it.</source>
            <translation>请在其中添加 [[shot]] 表。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>add the [[price]] tables of this file</source>
            <translation>加入该文件中的 [[price]] 表</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>judge the age of prices on this day (2026-01-31)</source>
            <translation>以这一天判断价格是否过期（2026-01-31）</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>print one JSON document</source>
            <translation>输出一个 JSON 文档</translation>
        </message>
        <message>
            <location filename="core/billing.py" />
            <location filename="core/pricing.py" />
            <source>A shot of {seconds} s needs {pieces} clips.</source>
            <translation>一个 {seconds} 秒的镜头需要 {pieces} 条片段。</translation>
        </message>
        <message>
            <location filename="core/billing.py" />
            <location filename="core/pricing.py" />
            <source>Split it into several shots.</source>
            <translation>请将其拆分为多个镜头。</translation>
        </message>
        <message>
            <location filename="core/cell_text.py" />
            <location filename="views/price_page.py" />
            <source>“{text}” is no price.</source>
            <translation>“{text}” 不是价格。</translation>
        </message>
        <message>
            <location filename="core/cell_text.py" />
            <source>Type a tier (L7), a price ({examples}), or choose a row of the price book.</source>
            <translation>请输入级别（L7）、价格（{examples}），或从价目表中选择一行。</translation>
        </message>
        <message>
            <location filename="core/cell_text.py" />
            <location filename="core/spreadsheet.py" />
            <location filename="views/shot_details.py" />
            <location filename="views/shot_model.py" />
            <location filename="views/two_stage_page.py" />
            <source>Usable rate</source>
            <translation>良品率</translation>
        </message>
        <message>
            <location filename="core/cut.py" />
            <source>transition (its handles are extra seconds to make)</source>
            <translation>转场（其余量需要额外生成）</translation>
        </message>
        <message>
            <location filename="core/cut.py" />
            <source>Not counted: {count} × {what}.</source>
            <translation>未计入：{count} × {what}。</translation>
        </message>
        <message>
            <location filename="core/cut.py" />
            <source>it holds more than {most} clips</source>
            <translation>片段超过 {most} 个</translation>
        </message>
        <message>
            <location filename="core/cut.py" />
            <source>Mixed frame rates: {rates}. Seconds are taken as they are.</source>
            <translation>帧率混杂：{rates}。秒数按原样采用。</translation>
        </message>
        <message>
            <location filename="core/edl.py" />
            <source>Events overlap on one track; the one further down the list is taken.</source>
            <translation>同一轨道上有事件重叠；以列表中靠后的为准。</translation>
        </message>
        <message>
            <location filename="core/edl.py" />
            <source>Source and film differ in length without a change of speed in event {numbers}; the film counts.</source>
            <translation>事件 {numbers} 的素材与成片长度不同，却没有变速；以成片为准。</translation>
        </message>
        <message>
            <location filename="core/edl.py" />
            <source>it holds no event of an edit decision list</source>
            <translation>其中没有剪辑决定表（EDL）的事件</translation>
        </message>
        <message>
            <location filename="core/edl.py" />
            <source>event {number} ends before it begins</source>
            <translation>事件 {number} 的终点早于起点</translation>
        </message>
        <message>
            <location filename="core/edl.py" />
            <source>sound event</source>
            <translation>声音事件</translation>
        </message>
        <message>
            <location filename="core/edl.py" />
            <source>event {number} lasts differently in its source and in the film at {rate} fps; all events fit {other} fps</source>
            <translation>按 {rate} fps 计算，事件 {number} 的素材与成片长度不同；按 {other} fps 则全部事件吻合</translation>
        </message>
        <message>
            <location filename="core/edl.py" />
            <location filename="core/fcp7_xml.py" />
            <location filename="core/fcpxml.py" />
            <source>change of speed</source>
            <translation>变速</translation>
        </message>
        <message>
            <location filename="core/edl.py" />
            <source>Line {number} is not understood: {line}</source>
            <translation>第 {number} 行无法理解：{line}</translation>
        </message>
        <message>
            <location filename="core/estimate.py" />
            <source>With no clip kept in a pilot the mean has no limit; read the quantiles instead.</source>
            <translation>试拍中一条都没有保留时均值没有上限；请看分位数。</translation>
        </message>
        <message>
            <location filename="core/estimate.py" />
            <source>Shot “{name}” is not in the totals: {reason}</source>
            <translation>镜头“{name}”未计入合计：{reason}</translation>
        </message>
        <message>
            <location filename="core/estimate.py" />
            <source>Shot “{name}”: {note}</source>
            <translation>镜头“{name}”：{note}</translation>
        </message>
        <message>
            <location filename="core/estimate.py" />
            <source>With under two clips kept in a pilot the standard deviation has no limit.</source>
            <translation>试拍中保留不足两条时标准差没有上限。</translation>
        </message>
        <message>
            <location filename="core/example.py" />
            <source>people</source>
            <translation>人物</translation>
        </message>
        <message>
            <location filename="core/example.py" />
            <source>Harbour at dawn</source>
            <translation>黎明的港口</translation>
        </message>
        <message>
            <location filename="core/example.py" />
            <source>Gulls over the boats</source>
            <translation>船上的海鸥</translation>
        </message>
        <message>
            <location filename="core/example.py" />
            <source>Girl with a coffee cup</source>
            <translation>拿着咖啡杯的女孩</translation>
        </message>
        <message>
            <location filename="core/example.py" />
            <source>Two friends embrace</source>
            <translation>两位朋友相拥</translation>
        </message>
        <message>
            <location filename="core/example.py" />
            <source>City at night, from above</source>
            <translation>俯拍夜色城市</translation>
        </message>
        <message>
            <location filename="core/example.py" />
            <source>Title and end card</source>
            <translation>片名与片尾</translation>
        </message>
        <message>
            <location filename="core/example.py" />
            <source>Dragon over the castle</source>
            <translation>巨龙飞过城堡</translation>
        </message>
        <message>
            <location filename="core/example.py" />
            <source>Half as usable</source>
            <translation>良品率减半</translation>
        </message>
        <message>
            <location filename="core/example.py" />
            <source>Prices up by a half</source>
            <translation>价格上涨一半</translation>
        </message>
        <message>
            <location filename="core/example.py" />
            <source>given up for a filmed plate if luck does not turn</source>
            <translation>若运气不转，改为实拍</translation>
        </message>
        <message>
            <location filename="core/example.py" />
            <source>Example: brand film, 62 seconds</source>
            <translation>示例：品牌短片，62 秒</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <source>simulated, for shots correlate by {correlation}</source>
            <translation>模拟得出，因为镜头之间相关系数为 {correlation}</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <location filename="core/spreadsheet.py" />
            <location filename="views/topsheet.py" />
            <source>Budget at {confidence:.0%} confidence</source>
            <translation>{confidence:.0%} 把握下的预算</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <source>exact convolution of all shots, in steps of {step}</source>
            <translation>全部镜头的精确卷积，步长 {step}</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <source>convolution of all shots, amounts rounded to steps of {step}</source>
            <translation>全部镜头的卷积，金额按步长 {step} 取整</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <source>Clips to keep</source>
            <translation>需保留的片段</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <source>{seconds} s × {count} from clips of {lengths} s</source>
            <translation>{seconds} 秒 × {count}，由 {lengths} 秒的片段组成</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <source>clips × tries for each × cost of a try</source>
            <translation>片段数 × 每条的尝试次数 × 每次的成本</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <location filename="core/spreadsheet.py" />
            <location filename="views/versions_page.py" />
            <source>Tries, mean</source>
            <translation>平均尝试次数</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <source>exact</source>
            <translation>精确</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <source>rounded</source>
            <translation>已取整</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <source>Rounding</source>
            <translation>取整</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <source>by which the shown means differ from their exact sum; totals are rounded only when shown, half up to cents</source>
            <translation>显示的均值之和与精确总和之差；合计只在显示时四舍五入到分</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <source>not in the totals: {reason}</source>
            <translation>未计入合计：{reason}</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <source>mean of a range</source>
            <translation>区间的均值</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <source>usable rate {rate}: 1 / {rate} tries for a kept clip</source>
            <translation>良品率 {rate}：保留一条需 1 / {rate} 次</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <source>{kept} of {tried} kept in the pilot: Beta({a}, {b}) from a uniform prior</source>
            <translation>试拍 {tried} 条保留 {kept} 条：均匀先验下为 Beta({a}, {b})</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <source>given up after {count} failures, then {tier}</source>
            <translation>失败 {count} 次后放弃，改用 {tier}</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <location filename="views/actuals_page.py" />
            <source>Tries</source>
            <translation>尝试次数</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <source>the fallback is cheaper from the first try</source>
            <translation>从第一次起就是后备方案更便宜</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <location filename="core/markdown.py" />
            <location filename="core/spreadsheet.py" />
            <source>Cost of a try</source>
            <translation>每次成本</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <source>clips: {clips}</source>
            <translation>片段：{clips}</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <location filename="core/markdown.py" />
            <location filename="core/spreadsheet.py" />
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <source>Range of one shot</source>
            <translation>单个镜头的区间</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <source>{kind}; {seconds} s of a cost per finished minute</source>
            <translation>{kind}；按每分钟成品成本折算 {seconds} 秒</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <location filename="core/markdown.py" />
            <location filename="views/topsheet.py" />
            <source>fixed cost, typed</source>
            <translation>固定成本，手动输入</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <location filename="core/markdown.py" />
            <location filename="core/spreadsheet.py" />
            <location filename="views/actuals_page.py" />
            <location filename="views/shot_model.py" />
            <location filename="views/topsheet.py" />
            <location filename="views/versions_page.py" />
            <source>Mean</source>
            <translation>均值</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <source>sum of the means of shots and fixed costs, unrounded</source>
            <translation>各镜头均值与固定成本之和，未取整</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <source>Reserve above the mean</source>
            <translation>均值之上的预备金</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <source>budget less mean; split over the shots by their variance</source>
            <translation>预算减去均值；按方差分摊到各镜头</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <location filename="views/plan_page.py" />
            <source>Exchange rate</source>
            <translation>汇率</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <location filename="views/price_page.py" />
            <source>typed</source>
            <translation>手动输入</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <source>What-if factor on prices</source>
            <translation>假设的价格系数</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <location filename="core/spreadsheet.py" />
            <source>Review of a try</source>
            <translation>每次审片费</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <source>{seconds} s at {rate} an hour</source>
            <translation>{seconds} 秒，每小时 {rate}</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <source>{tries} tries are enough, {how}</source>
            <translation>{tries} 次足够，{how}</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <source>per finished minute, the essay's table (2026-01); no source of its own</source>
            <translation>每分钟成品，出自文章表格（2026-01）；该表未给出来源</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <source>Note</source>
            <translation>注</translation>
        </message>
        <message>
            <location filename="core/explain.py" />
            <location filename="core/price_book.py" />
            <location filename="views/price_page.py" />
            <source>Own price</source>
            <translation>自定价格</translation>
        </message>
        <message>
            <location filename="core/fcp7_xml.py" />
            <source>it is XML, but not of Final Cut Pro 7</source>
            <translation>它是 XML，但不是 Final Cut Pro 7 的</translation>
        </message>
        <message>
            <location filename="core/fcp7_xml.py" />
            <source>it holds no sequence</source>
            <translation>其中没有序列</translation>
        </message>
        <message>
            <location filename="core/fcp7_xml.py" />
            <location filename="core/fcpxml.py" />
            <location filename="core/otio_walk.py" />
            <source>The file holds {count} timelines; the first, “{name}”, is read.</source>
            <translation>文件含 {count} 条时间线；读取第一条“{name}”。</translation>
        </message>
        <message>
            <location filename="core/fcp7_xml.py" />
            <source>a frame rate of {rate} is out of range</source>
            <translation>帧率 {rate} 超出范围</translation>
        </message>
        <message>
            <location filename="core/fcp7_xml.py" />
            <location filename="core/otio_walk.py" />
            <source>track that is switched off</source>
            <translation>已停用的轨道</translation>
        </message>
        <message>
            <location filename="core/fcp7_xml.py" />
            <location filename="core/fcpxml.py" />
            <location filename="core/otio_walk.py" />
            <source>clip that is switched off</source>
            <translation>已停用的片段</translation>
        </message>
        <message>
            <location filename="core/fcp7_xml.py" />
            <location filename="core/fcpxml.py" />
            <source>generator (a title, a colour)</source>
            <translation>生成器（字幕、纯色）</translation>
        </message>
        <message>
            <location filename="core/fcp7_xml.py" />
            <location filename="core/fcpxml.py" />
            <source>sequence that holds itself or is nested too deeply</source>
            <translation>包含自身或嵌套过深的序列</translation>
        </message>
        <message>
            <location filename="core/fcp7_xml.py" />
            <source>its sequence has no frame rate</source>
            <translation>它的序列没有帧率</translation>
        </message>
        <message>
            <location filename="core/fcp7_xml.py" />
            <location filename="core/otio_walk.py" />
            <source>audio track</source>
            <translation>音频轨</translation>
        </message>
        <message>
            <location filename="core/fcp7_xml.py" />
            <location filename="core/fcpxml.py" />
            <location filename="core/otio_walk.py" />
            <source>clip without a length</source>
            <translation>没有长度的片段</translation>
        </message>
        <message>
            <location filename="core/fcpxml.py" />
            <source>it is XML, but not of Final Cut Pro</source>
            <translation>它是 XML，但不是 Final Cut Pro 的</translation>
        </message>
        <message>
            <location filename="core/fcpxml.py" />
            <location filename="core/otio_walk.py" />
            <source>The file holds no timeline; its loose clips are listed one after another.</source>
            <translation>文件中没有时间线；其中的零散片段依次列出。</translation>
        </message>
        <message>
            <location filename="core/fcpxml.py" />
            <source>title</source>
            <translation>字幕</translation>
        </message>
        <message>
            <location filename="core/fcpxml.py" />
            <source>sound clip</source>
            <translation>声音片段</translation>
        </message>
        <message>
            <location filename="core/fcpxml.py" />
            <source>compound clip without a sequence</source>
            <translation>没有序列的复合片段</translation>
        </message>
        <message>
            <location filename="core/frame_rates.py" />
            <source>A frame rate of {rate} is out of range.</source>
            <translation>帧率 {rate} 超出范围。</translation>
        </message>
        <message>
            <location filename="core/frame_rates.py" />
            <source>“{text}” is not a frame rate.</source>
            <translation>“{text}” 不是帧率。</translation>
        </message>
        <message>
            <location filename="core/frame_rates.py" />
            <source>Write it as 24 or 23.976.</source>
            <translation>请写成 24 或 23.976。</translation>
        </message>
        <message>
            <location filename="core/markdown.py" />
            <source>Mean {mean}   {amounts}</source>
            <translation>均值 {mean}   {amounts}</translation>
        </message>
        <message>
            <location filename="core/markdown.py" />
            <source>Tries: mean {mean}, P90 {high}; {seconds:g} s billed in one pass; {minute} per finished minute</source>
            <translation>尝试次数：均值 {mean}，P90 {high}；一遍计费 {seconds:g} 秒；每分钟成品 {minute}</translation>
        </message>
        <message>
            <location filename="core/markdown.py" />
            <source>At {confidence:.0%} confidence: **{budget}**.</source>
            <translation>{confidence:.0%} 把握下：**{budget}**。</translation>
        </message>
        <message>
            <location filename="core/markdown.py" />
            <source>the essay's table</source>
            <translation>文章表格</translation>
        </message>
        <message>
            <location filename="core/markdown.py" />
            <source>own price</source>
            <translation>自定价格</translation>
        </message>
        <message>
            <location filename="core/markdown.py" />
            <source>Decided by: {shots}</source>
            <translation>决定因素：{shots}</translation>
        </message>
        <message>
            <location filename="core/markdown.py" />
            <location filename="core/spreadsheet.py" />
            <location filename="views/shot_model.py" />
            <location filename="views/topsheet.py" />
            <source>Scene</source>
            <translation>场</translation>
        </message>
        <message>
            <location filename="core/markdown.py" />
            <location filename="core/spreadsheet.py" />
            <location filename="views/actuals_page.py" />
            <location filename="views/shot_details.py" />
            <location filename="views/shot_model.py" />
            <location filename="views/topsheet.py" />
            <source>Shot</source>
            <translation>镜头</translation>
        </message>
        <message>
            <location filename="core/markdown.py" />
            <location filename="core/spreadsheet.py" />
            <location filename="views/shot_model.py" />
            <location filename="views/topsheet.py" />
            <source>Seconds</source>
            <translation>秒</translation>
        </message>
        <message>
            <location filename="core/markdown.py" />
            <location filename="core/spreadsheet.py" />
            <location filename="views/shot_details.py" />
            <location filename="views/shot_model.py" />
            <location filename="views/topsheet.py" />
            <source>Price or tier</source>
            <translation>价格或级别</translation>
        </message>
        <message>
            <location filename="core/money.py" />
            <source>{name} is not a number: {value}.</source>
            <translation>{name} 不是数字：{value}。</translation>
        </message>
        <message>
            <location filename="core/money.py" />
            <location filename="core/shot_reader.py" />
            <source>{name} is out of range: {value}.</source>
            <translation>{name} 超出范围：{value}。</translation>
        </message>
        <message>
            <location filename="core/money.py" />
            <source>{name} is negative: {value}.</source>
            <translation>{name} 为负数：{value}。</translation>
        </message>
        <message>
            <location filename="core/money.py" />
            <source>Write an amount of zero or more.</source>
            <translation>请填写不小于零的金额。</translation>
        </message>
        <message>
            <location filename="core/money.py" />
            <source>{name} must be above zero: {value}.</source>
            <translation>{name} 必须大于零：{value}。</translation>
        </message>
        <message>
            <location filename="core/money.py" />
            <source>{name} must be a whole number from 1 to {most}: {value}.</source>
            <translation>{name} 必须是 1 到 {most} 的整数：{value}。</translation>
        </message>
        <message>
            <location filename="core/otio_walk.py" />
            <source>effect {name}</source>
            <translation>效果 {name}</translation>
        </message>
        <message>
            <location filename="core/otio_walk.py" />
            <source>time that cannot be understood</source>
            <translation>无法理解的时间</translation>
        </message>
        <message>
            <location filename="core/plan_reader.py" />
            <source>{file} was made by a newer Pixelwatt (version {version}); what this one does not know is kept as it is.</source>
            <translation>{file} 由更新的 Pixelwatt 生成（版本 {version}）；本版本不认识的内容会原样保留。</translation>
        </message>
        <message>
            <location filename="core/plan_reader.py" />
            <source>Not understood and kept: {keys}.</source>
            <translation>无法识别但已保留：{keys}。</translation>
        </message>
        <message>
            <location filename="core/plan_reader.py" />
            <source>{key} {index}</source>
            <translation>{key} {index}</translation>
        </message>
        <message>
            <location filename="core/plan_reader.py" />
            <source>“{value}” is not a currency.</source>
            <translation>“{value}” 不是货币。</translation>
        </message>
        <message>
            <location filename="core/plan_reader.py" />
            <source>Use a three-letter code such as USD.</source>
            <translation>请使用三字母代码，例如 USD。</translation>
        </message>
        <message>
            <location filename="core/plan_reader.py" />
            <source>confidence must be from 0.01 to 0.99: {value}.</source>
            <translation>confidence 必须在 0.01 到 0.99 之间：{value}。</translation>
        </message>
        <message>
            <location filename="core/plan_reader.py" />
            <source>0.9 is used instead.</source>
            <translation>改用 0.9。</translation>
        </message>
        <message>
            <location filename="core/plan_reader.py" />
            <source>correlation must be from 0 to below 1: {value}.</source>
            <translation>correlation 必须不小于 0 且小于 1：{value}。</translation>
        </message>
        <message>
            <location filename="core/plan_reader.py" />
            <source>0 is used instead.</source>
            <translation>改用 0。</translation>
        </message>
        <message>
            <location filename="core/plan_reader.py" />
            <source>{where} needs its four quantiles (P50, P80, P90, P95).</source>
            <translation>{where} 需要四个分位数（P50、P80、P90、P95）。</translation>
        </message>
        <message>
            <location filename="core/plan_reader.py" />
            <source>“{key}” is not a table; left out.</source>
            <translation>“{key}” 不是表，已略去。</translation>
        </message>
        <message>
            <location filename="core/plan_reader.py" />
            <source>{file} is too large for a budget plan.</source>
            <translation>{file} 太大，不是预算方案。</translation>
        </message>
        <message>
            <location filename="core/plan_reader.py" />
            <source>it is not UTF-8 text</source>
            <translation>不是 UTF-8 文本</translation>
        </message>
        <message>
            <location filename="core/plan_reader.py" />
            <location filename="core/shot_tables.py" />
            <location filename="core/take_log.py" />
            <location filename="core/timeline.py" />
            <source>{file} cannot be read: {reason}.</source>
            <translation>无法读取 {file}：{reason}。</translation>
        </message>
        <message>
            <location filename="core/plan_reader.py" />
            <source>Choose a *.budget.toml file.</source>
            <translation>请选择 *.budget.toml 文件。</translation>
        </message>
        <message>
            <location filename="core/plan_reader.py" />
            <source>{file} is not a valid plan: {reason}.</source>
            <translation>{file} 不是有效的方案：{reason}。</translation>
        </message>
        <message>
            <location filename="core/plan_reader.py" />
            <source>Mend that line in a text editor.</source>
            <translation>请在文本编辑器中修正该行。</translation>
        </message>
        <message>
            <location filename="core/plan_reader.py" />
            <source>“{key}” is not a list of tables; left out.</source>
            <translation>“{key}” 不是表的列表，已略去。</translation>
        </message>
        <message>
            <location filename="core/plan_reader.py" />
            <source>{where} is not a table; left out.</source>
            <translation>{where} 不是表，已略去。</translation>
        </message>
        <message>
            <location filename="core/price_book.py" />
            <source>{where} has no id.</source>
            <translation>{where} 没有 id。</translation>
        </message>
        <message>
            <location filename="core/price_book.py" />
            <source>{file} holds no [[price]] tables.</source>
            <translation>{file} 中没有 [[price]] 表。</translation>
        </message>
        <message>
            <location filename="core/price_book.py" />
            <source>Did you mean {names}?</source>
            <translation>是否指 {names}？</translation>
        </message>
        <message>
            <location filename="core/price_book.py" />
            <source>The price book has no row “{row}”.</source>
            <translation>价目表中没有“{row}”。</translation>
        </message>
        <message>
            <location filename="core/price_book.py" />
            <source>{file} cannot be read as a price book: {error}.</source>
            <translation>无法将 {file} 读作价目表：{error}。</translation>
        </message>
        <message>
            <location filename="core/price_book.py" />
            <source>“pixelwatt video-budget prices” lists the rows.</source>
            <translation>“pixelwatt video-budget prices” 可列出全部条目。</translation>
        </message>
        <message>
            <location filename="core/price_rows.py" />
            <source>maker</source>
            <translation>厂商</translation>
        </message>
        <message>
            <location filename="core/price_rows.py" />
            <source>reseller</source>
            <translation>转售商</translation>
        </message>
        <message>
            <location filename="core/price_rows.py" />
            <source>quoted</source>
            <translation>转引</translation>
        </message>
        <message>
            <location filename="core/price_rows.py" />
            <source>essay</source>
            <translation>文章</translation>
        </message>
        <message>
            <location filename="core/price_rows.py" />
            <source>{where} does not say what is billed.</source>
            <translation>{where} 没有说明按什么计费。</translation>
        </message>
        <message>
            <location filename="core/price_rows.py" />
            <source>Give one of {names}.</source>
            <translation>请给出其中之一：{names}。</translation>
        </message>
        <message>
            <location filename="core/price_rows.py" />
            <source>{where} lacks {key}.</source>
            <translation>{where} 缺少 {key}。</translation>
        </message>
        <message>
            <location filename="core/price_rows.py" />
            <source>{price}/s</source>
            <translation>{price}/秒</translation>
        </message>
        <message>
            <location filename="core/price_rows.py" />
            <source>{price} a clip of {seconds} s</source>
            <translation>{price}/条（{seconds} 秒）</translation>
        </message>
        <message>
            <location filename="core/price_rows.py" />
            <source>{price} a frame × ({fps}·t + {extra})</source>
            <translation>{price}/帧 × （{fps}·t + {extra}）</translation>
        </message>
        <message>
            <location filename="core/price_rows.py" />
            <source>{price} a million tokens at {width}×{height}, {fps} fps</source>
            <translation>{price}/百万 token，{width}×{height}，{fps} fps</translation>
        </message>
        <message>
            <location filename="core/price_rows.py" />
            <source>{base} + {price}/s</source>
            <translation>{base} + {price}/秒</translation>
        </message>
        <message>
            <location filename="core/price_rows.py" />
            <source>{base} + {price}/s beyond {included} s</source>
            <translation>{base} + 超出 {included} 秒后 {price}/秒</translation>
        </message>
        <message>
            <location filename="core/price_rows.py" />
            <source>{credits} credits/s at {price}</source>
            <translation>{credits} 点/秒，每点 {price}</translation>
        </message>
        <message>
            <location filename="core/price_rows.py" />
            <source>{credits} credits a clip of {seconds} s at {price}</source>
            <translation>{credits} 点/条（{seconds} 秒），每点 {price}</translation>
        </message>
        <message>
            <location filename="core/price_rows.py" />
            <source>“{text}” is not a date.</source>
            <translation>“{text}” 不是日期。</translation>
        </message>
        <message>
            <location filename="core/price_rows.py" />
            <source>Write it as 2026-01-31.</source>
            <translation>请写成 2026-01-31。</translation>
        </message>
        <message>
            <location filename="core/price_rows.py" />
            <source>with sound</source>
            <translation>含声音</translation>
        </message>
        <message>
            <location filename="core/price_rows.py" />
            <source>silent</source>
            <translation>无声</translation>
        </message>
        <message>
            <location filename="core/price_text.py" />
            <location filename="views/price_page.py" />
            <source>Price</source>
            <translation>价格</translation>
        </message>
        <message>
            <location filename="core/pricing.py" />
            <source>The price is in {price_currency}, the plan in {plan_currency}.</source>
            <translation>价格以 {price_currency} 计，方案以 {plan_currency} 计。</translation>
        </message>
        <message>
            <location filename="core/pricing.py" />
            <source>Type the rate of {price_currency} with its date.</source>
            <translation>请输入 {price_currency} 的汇率及日期。</translation>
        </message>
        <message>
            <location filename="core/pricing.py" />
            <source>Confirm the price to count it.</source>
            <translation>确认价格后才会计入。</translation>
        </message>
        <message>
            <location filename="core/pricing.py" />
            <source>A range needs both its low and its high figure.</source>
            <translation>区间需要下限和上限。</translation>
        </message>
        <message>
            <location filename="core/pricing.py" />
            <source>It has no usable rate.</source>
            <translation>没有良品率。</translation>
        </message>
        <message>
            <location filename="core/pricing.py" />
            <source>Give usable_rate, or a pilot's kept and tried.</source>
            <translation>请给出 usable_rate，或试拍的 kept 与 tried。</translation>
        </message>
        <message>
            <location filename="core/pricing.py" />
            <source>It has neither a price nor a tier.</source>
            <translation>既没有价格也没有级别。</translation>
        </message>
        <message>
            <location filename="core/pricing.py" />
            <source>“{row}” is billed per {unit} and does not price a generated clip.</source>
            <translation>“{row}” 按 {unit} 计费，不能用于生成片段。</translation>
        </message>
        <message>
            <location filename="core/pricing.py" />
            <source>Choose a row billed per second or per clip.</source>
            <translation>请选择按秒或按条计费的条目。</translation>
        </message>
        <message>
            <location filename="core/pricing.py" />
            <source>“{row}” is no longer sold since {day}.</source>
            <translation>“{row}” 自 {day} 起已停售。</translation>
        </message>
        <message>
            <location filename="core/pricing.py" />
            <source>The price “{row}” of {day} is over {days} days old.</source>
            <translation>价格“{row}”（{day}）已超过 {days} 天。</translation>
        </message>
        <message>
            <location filename="core/pricing.py" />
            <source>The price “{row}” has no date.</source>
            <translation>价格“{row}”没有日期。</translation>
        </message>
        <message>
            <location filename="core/pricing.py" />
            <source>More seconds are kept ({kept}) than a clip has ({clip}).</source>
            <translation>保留的秒数（{kept}）多于片段长度（{clip}）。</translation>
        </message>
        <message>
            <location filename="core/pricing.py" />
            <source>{tier} is open-ended in the essay ({low}+).</source>
            <translation>{tier} 在文章中没有上限（{low}+）。</translation>
        </message>
        <message>
            <location filename="core/pricing.py" />
            <source>Give the highest cost per minute to plan with (top).</source>
            <translation>请给出计划采用的每分钟最高成本（top）。</translation>
        </message>
        <message>
            <location filename="core/pricing.py" />
            <source>There is no pilot called “{name}”.</source>
            <translation>没有名为“{name}”的试拍。</translation>
        </message>
        <message>
            <location filename="core/pricing.py" />
            <source>Confirmed on {day}.</source>
            <translation>已于 {day} 确认。</translation>
        </message>
        <message>
            <location filename="core/pricing.py" />
            <source>Clips of {seconds} s are longer than is sold.</source>
            <translation>{seconds} 秒的片段超过可购长度。</translation>
        </message>
        <message>
            <location filename="core/pricing.py" />
            <source>It says how much of a clip is kept, but not how long clips are.</source>
            <translation>给出了每条保留多少秒，但没有给出片段长度。</translation>
        </message>
        <message>
            <location filename="core/pricing.py" />
            <source>Give clip_seconds too.</source>
            <translation>请同时给出 clip_seconds。</translation>
        </message>
        <message>
            <location filename="core/ranges.py" />
            <source>The range {low:g} to {high:g} runs backwards.</source>
            <translation>区间 {low:g} 到 {high:g} 颠倒了。</translation>
        </message>
        <message>
            <location filename="core/ranges.py" />
            <source>Give a low figure below the high one.</source>
            <translation>下限应小于上限。</translation>
        </message>
        <message>
            <location filename="core/ranges.py" />
            <source>A lognormal range cannot begin at zero.</source>
            <translation>对数正态区间不能从零开始。</translation>
        </message>
        <message>
            <location filename="core/ranges.py" />
            <source>Use triangular or PERT.</source>
            <translation>请使用三角分布或 PERT。</translation>
        </message>
        <message>
            <location filename="core/ranges.py" />
            <source>The most likely figure {mode:g} is outside {low:g} to {high:g}.</source>
            <translation>最可能值 {mode:g} 不在 {low:g} 到 {high:g} 之间。</translation>
        </message>
        <message>
            <location filename="core/schedule.py" />
            <source>{value:.1f} h</source>
            <translation>{value:.1f} 小时</translation>
        </message>
        <message>
            <location filename="core/schedule.py" />
            <source>{value:.0f} min</source>
            <translation>{value:.0f} 分钟</translation>
        </message>
        <message>
            <location filename="core/shot_reader.py" />
            <source>Shot “{name}”</source>
            <translation>镜头“{name}”</translation>
        </message>
        <message>
            <location filename="core/shot_reader.py" />
            <source>{where}: not understood and kept: {keys}.</source>
            <translation>{where}：无法识别但已保留：{keys}。</translation>
        </message>
        <message>
            <location filename="core/shot_reader.py" />
            <source>{where} has no seconds.</source>
            <translation>{where} 没有秒数。</translation>
        </message>
        <message>
            <location filename="core/shot_reader.py" />
            <source>{name} must be above 0 and at most 1: {value}.</source>
            <translation>{name} 必须大于 0 且不超过 1：{value}。</translation>
        </message>
        <message>
            <location filename="core/shot_reader.py" />
            <source>0.2 means that one clip in five is kept.</source>
            <translation>0.2 表示五条中保留一条。</translation>
        </message>
        <message>
            <location filename="core/shot_reader.py" />
            <source>{where} needs kept and tried.</source>
            <translation>{where} 需要 kept 和 tried。</translation>
        </message>
        <message>
            <location filename="core/shot_reader.py" />
            <source>Write it as {example}.</source>
            <translation>请写成 {example}。</translation>
        </message>
        <message>
            <location filename="core/shot_reader.py" />
            <source>{where}: {kept} of {tried} cannot have been kept.</source>
            <translation>{where}：{tried} 条中不可能保留 {kept} 条。</translation>
        </message>
        <message>
            <location filename="core/shot_reader.py" />
            <source>{where}: whole_lengths is not a list of seconds.</source>
            <translation>{where}：whole_lengths 不是秒数列表。</translation>
        </message>
        <message>
            <location filename="core/shot_reader.py" />
            <source>{where}: more than 16 whole lengths.</source>
            <translation>{where}：whole_lengths 超过 16 个。</translation>
        </message>
        <message>
            <location filename="core/shot_reader.py" />
            <source>{where}: price is neither a row of the price book nor a table.</source>
            <translation>{where}：price 既不是价目表条目也不是表。</translation>
        </message>
        <message>
            <location filename="core/shot_reader.py" />
            <source>{where}: {used} and {passed_over} are both given; {used} counts.</source>
            <translation>{where}：同时给出了 {used} 和 {passed_over}；以 {used} 为准。</translation>
        </message>
        <message>
            <location filename="core/shot_reader.py" />
            <source>{where}: there is no range “{value}”.</source>
            <translation>{where}：没有名为“{value}”的分布。</translation>
        </message>
        <message>
            <location filename="core/shot_reader.py" />
            <source>Ranges are {names}.</source>
            <translation>可用分布：{names}。</translation>
        </message>
        <message>
            <location filename="core/shot_tables.py" />
            <source>Row {number}</source>
            <translation>第 {number} 行</translation>
        </message>
        <message>
            <location filename="core/shot_tables.py" />
            <source>The pasted text is too long.</source>
            <translation>粘贴的文本太长。</translation>
        </message>
        <message>
            <location filename="core/shot_tables.py" />
            <source>The table is empty.</source>
            <translation>表格为空。</translation>
        </message>
        <message>
            <location filename="core/shot_tables.py" />
            <source>Only the first {most} rows were read.</source>
            <translation>只读取了前 {most} 行。</translation>
        </message>
        <message>
            <location filename="core/shot_tables.py" />
            <location filename="core/take_log.py" />
            <source>The table cannot be read: {reason}.</source>
            <translation>无法读取表格：{reason}。</translation>
        </message>
        <message>
            <location filename="core/shot_tables.py" />
            <location filename="core/take_log.py" />
            <source>{file} is too large.</source>
            <translation>{file} 太大。</translation>
        </message>
        <message>
            <location filename="core/shot_tables.py" />
            <source>{file} cannot be read as a workbook.</source>
            <translation>无法将 {file} 读作工作簿。</translation>
        </message>
        <message>
            <location filename="core/shot_tables.py" />
            <source>Save it again as .xlsx, or as CSV.</source>
            <translation>请重新保存为 .xlsx 或 CSV。</translation>
        </message>
        <message>
            <location filename="core/shot_tables.py" />
            <source>The table has no shots.</source>
            <translation>表格中没有镜头。</translation>
        </message>
        <message>
            <location filename="core/shot_tables.py" />
            <source>Row {number} is left out: {problem}</source>
            <translation>第 {number} 行已略去：{problem}</translation>
        </message>
        <message>
            <location filename="core/spreadsheet.py" />
            <source>Clips</source>
            <translation>片段</translation>
        </message>
        <message>
            <location filename="core/spreadsheet.py" />
            <location filename="views/actuals_page.py" />
            <location filename="views/plan_page.py" />
            <source>Kept</source>
            <translation>保留</translation>
        </message>
        <message>
            <location filename="core/spreadsheet.py" />
            <location filename="views/plan_page.py" />
            <source>Tried</source>
            <translation>已试</translation>
        </message>
        <message>
            <location filename="core/spreadsheet.py" />
            <source>Seconds a try</source>
            <translation>每次秒数</translation>
        </message>
        <message>
            <location filename="core/spreadsheet.py" />
            <source>Price a second</source>
            <translation>每秒价格</translation>
        </message>
        <message>
            <location filename="core/spreadsheet.py" />
            <location filename="views/plan_page.py" />
            <location filename="views/shot_model.py" />
            <source>Notes</source>
            <translation>备注</translation>
        </message>
        <message>
            <location filename="core/spreadsheet.py" />
            <source>Sum of shots</source>
            <translation>镜头合计</translation>
        </message>
        <message>
            <location filename="core/spreadsheet.py" />
            <location filename="views/plan_page.py" />
            <source>Currency</source>
            <translation>货币</translation>
        </message>
        <message>
            <location filename="core/spreadsheet.py" />
            <source>Top sheet</source>
            <translation>总表</translation>
        </message>
        <message>
            <location filename="core/spreadsheet.py" />
            <location filename="views/panel.py" />
            <source>Shots</source>
            <translation>镜头</translation>
        </message>
        <message>
            <location filename="core/take_log.py" />
            <source>The log has no column of verdicts.</source>
            <translation>记录中没有取舍一列。</translation>
        </message>
        <message>
            <location filename="core/take_log.py" />
            <source>Name one “kept” and fill it with yes or no.</source>
            <translation>请将一列命名为 “kept”（或“保留”），填写 yes 或 no（是或否）。</translation>
        </message>
        <message>
            <location filename="core/take_log.py" />
            <source>The log has no takes.</source>
            <translation>记录中没有任何一条。</translation>
        </message>
        <message>
            <location filename="core/take_log.py" />
            <source>Line {number}: “{value}” is neither kept nor rejected.</source>
            <translation>第 {number} 行：“{value}” 既非保留也非弃用。</translation>
        </message>
        <message>
            <location filename="core/tiers.py" />
            <source>There is no tier “{tier}”.</source>
            <translation>没有级别“{tier}”。</translation>
        </message>
        <message>
            <location filename="core/tiers.py" />
            <source>Tiers are L1 to L10.</source>
            <translation>级别为 L1 到 L10。</translation>
        </message>
        <message>
            <location filename="core/timecode.py" />
            <source>timecode {timecode} has a frame that {rate} fps does not have</source>
            <translation>时间码 {timecode} 中的帧号在 {rate} fps 下不存在</translation>
        </message>
        <message>
            <location filename="core/timecode.py" />
            <source>{timecode} is no time of day</source>
            <translation>{timecode} 不是有效的时间</translation>
        </message>
        <message>
            <location filename="core/timecode.py" />
            <source>timecode {timecode} drops frames, which {rate} fps never does</source>
            <translation>时间码 {timecode} 是丢帧制，而 {rate} fps 没有丢帧</translation>
        </message>
        <message>
            <location filename="core/timeline.py" />
            <source>Export it again from the editing program.</source>
            <translation>请从剪辑软件重新导出。</translation>
        </message>
        <message>
            <location filename="core/timeline.py" />
            <source>“{count}” is no way to count.</source>
            <translation>“{count}” 不是计数方式。</translation>
        </message>
        <message>
            <location filename="core/timeline.py" />
            <source>Use flattened, all or track:N.</source>
            <translation>请使用 flattened、all 或 track:N。</translation>
        </message>
        <message>
            <location filename="core/timeline.py" />
            <source>It was written by a newer OpenTimelineIO; update it, or export it again.</source>
            <translation>由更新的 OpenTimelineIO 写出；请更新该库，或重新导出。</translation>
        </message>
        <message>
            <location filename="core/timeline.py" />
            <source>If its timecodes do not fit the frame rate, give another rate.</source>
            <translation>如果时间码与帧率不符，请给出另一个帧率。</translation>
        </message>
        <message>
            <location filename="core/timeline.py" />
            <source>{file} is not a timeline that is read here.</source>
            <translation>{file} 不是可读取的时间线。</translation>
        </message>
        <message>
            <location filename="core/timeline.py" />
            <source>Timelines are {names}.</source>
            <translation>时间线格式：{names}。</translation>
        </message>
        <message>
            <location filename="core/timeline.py" />
            <source>{file}: an EDL does not say its frame rate.</source>
            <translation>{file}：EDL 不包含帧率。</translation>
        </message>
        <message>
            <location filename="core/timeline.py" />
            <source>Give it, for example --rate 24.</source>
            <translation>请给出帧率，例如 --rate 24。</translation>
        </message>
        <message>
            <location filename="core/timeline.py" />
            <source>The file states its own frame rate; the given one was not used.</source>
            <translation>文件自带帧率，未使用给出的帧率。</translation>
        </message>
        <message>
            <location filename="core/timeline.py" />
            <source>The timeline shows no clip.</source>
            <translation>时间线中没有可见片段。</translation>
        </message>
        <message>
            <location filename="core/timeline.py" />
            <source>{file} is empty.</source>
            <translation>{file} 为空。</translation>
        </message>
        <message>
            <location filename="core/timeline.py" />
            <source>it is nested too deeply</source>
            <translation>嵌套过深</translation>
        </message>
        <message>
            <location filename="core/timeline.py" />
            <source>it is not text</source>
            <translation>它不是文本</translation>
        </message>
        <message>
            <location filename="core/timeline.py" />
            <source>{file} has {tracks} video tracks; there is no track {track}.</source>
            <translation>{file} 有 {tracks} 条视频轨；没有第 {track} 轨。</translation>
        </message>
        <message>
            <location filename="core/timeline.py" />
            <source>Reading timelines needs OpenTimelineIO, which is not installed.</source>
            <translation>读取时间线需要 OpenTimelineIO，尚未安装。</translation>
        </message>
        <message>
            <location filename="core/timeline.py" />
            <location filename="diagnostics.py" />
            <source>Install it with: pip install 'pixelwatt[timeline]'</source>
            <translation>请安装：pip install 'pixelwatt[timeline]'</translation>
        </message>
        <message>
            <location filename="core/timeline.py" />
            <source>it defines XML entities, which are not read</source>
            <translation>它定义了 XML 实体，这里不读取</translation>
        </message>
        <message>
            <location filename="core/timeline.py" />
            <source>{file} is too large for a timeline.</source>
            <translation>{file} 太大，不是时间线。</translation>
        </message>
        <message>
            <location filename="core/timeline.py" />
            <source>it holds no {name}</source>
            <translation>其中没有 {name}</translation>
        </message>
        <message>
            <location filename="core/tries.py" />
            <source>{kept} kept of {tried} tried says too little about the usable rate.</source>
            <translation>试拍 {tried} 条保留 {kept} 条，不足以判断良品率。</translation>
        </message>
        <message>
            <location filename="core/tries.py" />
            <source>Make a larger pilot, or give a usable rate.</source>
            <translation>请扩大试拍，或直接给出良品率。</translation>
        </message>
        <message>
            <location filename="diagnostics.py" />
            <source>built in</source>
            <translation>内置</translation>
        </message>
        <message>
            <location filename="diagnostics.py" />
            <source>{name} is not installed</source>
            <translation>未安装 {name}</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>New plan</source>
            <translation>新建方案</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Import timeline or table…</source>
            <translation>导入时间线或表格…</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <location filename="views/panel.py" />
            <source>Save plan</source>
            <translation>保存方案</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Save plan as…</source>
            <translation>方案另存为…</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <location filename="views/panel.py" />
            <source>Explain this number</source>
            <translation>解释这个数字</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <location filename="views/versions_page.py" />
            <source>Keep this version</source>
            <translation>保留此版本</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Show the price book</source>
            <translation>显示价目表</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Video budget as a workbook with formulas</source>
            <translation>视频预算：带公式的工作簿</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Video budget as a table</source>
            <translation>视频预算：表格</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Video budget as a top sheet</source>
            <translation>视频预算：总表</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Video budget as Markdown</source>
            <translation>视频预算：Markdown</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>From a cut to its price, with the risk that it costs more.</source>
            <translation>从剪辑到价格，并给出超支的风险。</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Budget plan</source>
            <translation>预算方案</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Timeline</source>
            <translation>时间线</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Final Cut Pro 7 timeline</source>
            <translation>Final Cut Pro 7 时间线</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <location filename="views/shots_page.py" />
            <source>Shot list</source>
            <translation>镜头表</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>what an AI film costs, with its risk</source>
            <translation>一部 AI 影片的成本及其风险</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Video-budget planner: timelines</source>
            <translation>视频预算：时间线</translation>
        </message>
        <message>
            <location filename="views/actuals_page.py" />
            <source>Actuals against the estimate</source>
            <translation>实际与估算对照</translation>
        </message>
        <message>
            <location filename="views/actuals_page.py" />
            <source>Type what each finished shot really cost. Keep a version first: its forecast is then scored.</source>
            <translation>填写每个完成镜头的实际花费。请先保留一个版本：其预测随后会被评分。</translation>
        </message>
        <message>
            <location filename="views/actuals_page.py" />
            <source>Spent {spent}; expected at completion {total}; {variance} against the means.</source>
            <translation>已花费 {spent}；预计完成时 {total}；与均值相差 {variance}。</translation>
        </message>
        <message>
            <location filename="views/actuals_page.py" />
            <location filename="views/panel.py" />
            <source>Actuals</source>
            <translation>实际</translation>
        </message>
        <message>
            <location filename="views/actuals_page.py" />
            <source>Actual cost</source>
            <translation>实际成本</translation>
        </message>
        <message>
            <location filename="views/actuals_page.py" />
            <source>Actual less mean</source>
            <translation>实际减均值</translation>
        </message>
        <message>
            <location filename="views/actuals_page.py" />
            <source>Forecasts scored: {count}; held by {held} (should be 50, 80, 90, 95 %); mean pinball loss {loss:.1%} of the cost.</source>
            <translation>已评分的预测：{count}；覆盖率 {held}（应为 50、80、90、95%）；平均分位损失为成本的 {loss:.1%}。</translation>
        </message>
        <message>
            <location filename="views/breakeven_page.py" />
            <source>A finished minute, by usable rate</source>
            <translation>每分钟成品的成本，随良品率变化</translation>
        </message>
        <message>
            <location filename="views/breakeven_page.py" />
            <source>Cost of a minute against the usable rate</source>
            <translation>每分钟成本与良品率</translation>
        </message>
        <message>
            <location filename="views/breakeven_page.py" />
            <source>People, for a finished minute</source>
            <translation>每分钟成品的人工</translation>
        </message>
        <message>
            <location filename="views/breakeven_page.py" />
            <source>On compute and review alone the break-even rate is tiny and misleads: prompting, editing and mending cost the same at any rate. It also supposes that the tier's quality is met.</source>
            <translation>只算算力与审片时，盈亏平衡的良品率极小，会误导：写提示词、剪辑与修补在任何良品率下都要花钱。它还假定质量达到该级别。</translation>
        </message>
        <message>
            <location filename="views/breakeven_page.py" />
            <source>Break-even usable rates</source>
            <translation>盈亏平衡良品率</translation>
        </message>
        <message>
            <location filename="views/breakeven_page.py" />
            <source>One pass over a minute costs {cost} with review; your film keeps {rate:.0%}. Against the cheapest motion graphics (L3) AI pays above a usable rate of {even}.</source>
            <translation>一分钟生成一遍含审片为 {cost}；你的影片良品率为 {rate:.0%}。与最便宜的动态图形（L3）相比，良品率高于 {even} 时 AI 更划算。</translation>
        </message>
        <message>
            <location filename="views/breakeven_page.py" />
            <source>no end known</source>
            <translation>上限未知</translation>
        </message>
        <message>
            <location filename="views/breakeven_page.py" />
            <source>never</source>
            <translation>不可能</translation>
        </message>
        <message>
            <location filename="views/breakeven_page.py" />
            <location filename="views/time_page.py" />
            <source>No shot is generated.</source>
            <translation>没有生成的镜头。</translation>
        </message>
        <message>
            <location filename="views/breakeven_page.py" />
            <source>your film</source>
            <translation>你的影片</translation>
        </message>
        <message>
            <location filename="views/breakeven_page.py" />
            <source>Tier</source>
            <translation>级别</translation>
        </message>
        <message>
            <location filename="views/breakeven_page.py" />
            <source>With people, low end</source>
            <translation>含人工，下限</translation>
        </message>
        <message>
            <location filename="views/breakeven_page.py" />
            <source>With people, high end</source>
            <translation>含人工，上限</translation>
        </message>
        <message>
            <location filename="views/breakeven_page.py" />
            <source>Compute alone, low end</source>
            <translation>仅算力，下限</translation>
        </message>
        <message>
            <location filename="views/breakeven_page.py" />
            <source>Compute alone, high end</source>
            <translation>仅算力，上限</translation>
        </message>
        <message>
            <location filename="views/document.py" />
            <source>Confirm price</source>
            <translation>确认价格</translation>
        </message>
        <message>
            <location filename="views/document.py" />
            <source>Estimating</source>
            <translation>正在估算</translation>
        </message>
        <message>
            <location filename="views/document.py" />
            <source>Opening {file}</source>
            <translation>正在打开 {file}</translation>
        </message>
        <message>
            <location filename="views/document.py" />
            <source>{file} could not be saved: {reason}.</source>
            <translation>无法保存 {file}：{reason}。</translation>
        </message>
        <message>
            <location filename="views/document.py" />
            <location filename="views/import_bar.py" />
            <source>{file} was not understood in full.</source>
            <translation>{file} 未能完全识别。</translation>
        </message>
        <message>
            <location filename="views/explain_page.py" />
            <source>Explanation of the total</source>
            <translation>合计的解释</translation>
        </message>
        <message>
            <location filename="views/explain_page.py" />
            <source>Check by simulation</source>
            <translation>用模拟核对</translation>
        </message>
        <message>
            <location filename="views/explain_page.py" />
            <source>Draws 20,000 such films and compares their quantiles.</source>
            <translation>模拟 20,000 部同样的影片并比较分位数。</translation>
        </message>
        <message>
            <location filename="views/explain_page.py" />
            <source>Explaining</source>
            <translation>正在解释</translation>
        </message>
        <message>
            <location filename="views/explain_page.py" />
            <source>Simulating films</source>
            <translation>正在模拟影片</translation>
        </message>
        <message>
            <location filename="views/explain_page.py" />
            <source>{count} simulated films (in brackets the figures shown): {pairs}</source>
            <translation>模拟 {count} 部影片（括号内为所示数字）：{pairs}</translation>
        </message>
        <message>
            <location filename="views/explain_page.py" />
            <location filename="views/plan_page.py" />
            <source>What</source>
            <translation>项目</translation>
        </message>
        <message>
            <location filename="views/explain_page.py" />
            <source>Value</source>
            <translation>数值</translation>
        </message>
        <message>
            <location filename="views/explain_page.py" />
            <source>How it comes about</source>
            <translation>由来</translation>
        </message>
        <message>
            <location filename="views/history_chart.py" />
            <source>Price per second, with sound</source>
            <translation>每秒价格（含声音）</translation>
        </message>
        <message>
            <location filename="views/history_chart.py" />
            <source>How prices moved</source>
            <translation>价格变化</translation>
        </message>
        <message>
            <location filename="views/hooks.py" />
            <source>There is no estimate to export.</source>
            <translation>没有可导出的估算。</translation>
        </message>
        <message>
            <location filename="views/hooks.py" />
            <source>Open the video-budget panel.</source>
            <translation>请打开视频预算面板。</translation>
        </message>
        <message>
            <location filename="views/import_bar.py" />
            <source>{file}: {clips} clips, {seconds:.2f} s count of a timeline of {length:.2f} s.</source>
            <translation>{file}：{clips} 个片段，计入 {seconds:.2f} 秒，时间线长 {length:.2f} 秒。</translation>
        </message>
        <message>
            <location filename="views/import_bar.py" />
            <source>Frame rate of the EDL</source>
            <translation>EDL 的帧率</translation>
        </message>
        <message>
            <location filename="views/import_bar.py" />
            <source>frame rate</source>
            <translation>帧率</translation>
        </message>
        <message>
            <location filename="views/import_bar.py" />
            <source>What counts</source>
            <translation>计入内容</translation>
        </message>
        <message>
            <location filename="views/import_bar.py" />
            <source>Add to the list</source>
            <translation>加入列表</translation>
        </message>
        <message>
            <location filename="views/import_bar.py" />
            <source>Replace the list</source>
            <translation>替换列表</translation>
        </message>
        <message>
            <location filename="views/import_bar.py" />
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <location filename="views/import_bar.py" />
            <source>What is seen</source>
            <translation>可见画面</translation>
        </message>
        <message>
            <location filename="views/import_bar.py" />
            <source>Reading {file}…</source>
            <translation>正在读取 {file}…</translation>
        </message>
        <message>
            <location filename="views/import_bar.py" />
            <location filename="views/panel.py" />
            <location filename="views/versions_page.py" />
            <source>Reading {file}</source>
            <translation>正在读取 {file}</translation>
        </message>
        <message>
            <location filename="views/import_bar.py" />
            <source>{rate:.5g} fps</source>
            <translation>{rate:.5g} fps</translation>
        </message>
        <message>
            <location filename="views/import_bar.py" />
            <location filename="views/shots_page.py" />
            <source>Shot {number}</source>
            <translation>镜头 {number}</translation>
        </message>
        <message>
            <location filename="views/import_bar.py" />
            <source>{file}: an EDL does not say its frame rate. Choose it.</source>
            <translation>{file}：EDL 不包含帧率，请选择。</translation>
        </message>
        <message>
            <location filename="views/import_bar.py" />
            <source>What is seen: {seconds:.2f} s</source>
            <translation>可见画面：{seconds:.2f} 秒</translation>
        </message>
        <message>
            <location filename="views/import_bar.py" />
            <source>All clips: {seconds:.2f} s</source>
            <translation>全部片段：{seconds:.2f} 秒</translation>
        </message>
        <message>
            <location filename="views/import_bar.py" />
            <source>Track {number}: {seconds:.2f} s</source>
            <translation>第 {number} 轨：{seconds:.2f} 秒</translation>
        </message>
        <message>
            <location filename="views/import_bar.py" />
            <source>track {track}</source>
            <translation>第 {track} 轨</translation>
        </message>
        <message>
            <location filename="views/panel.py" />
            <source>Import {file}</source>
            <translation>导入 {file}</translation>
        </message>
        <message>
            <location filename="views/panel.py" />
            <source>Assumed until you change it under Details: {price}, usable rate {rate}.</source>
            <translation>在“详情”中修改之前，按 {price}、良品率 {rate} 估算。</translation>
        </message>
        <message>
            <location filename="views/panel.py" />
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <location filename="views/panel.py" />
            <source>Timelines and tables ({kinds})</source>
            <translation>时间线与表格 （{kinds}）</translation>
        </message>
        <message>
            <location filename="views/panel.py" />
            <location filename="views/versions_page.py" />
            <source>Budget plans (*.budget.toml)</source>
            <translation>预算方案 (*.budget.toml)</translation>
        </message>
        <message>
            <location filename="views/panel.py" />
            <source>Plan</source>
            <translation>方案</translation>
        </message>
        <message>
            <location filename="views/panel.py" />
            <location filename="views/price_page.py" />
            <source>Price book</source>
            <translation>价目表</translation>
        </message>
        <message>
            <location filename="views/panel.py" />
            <source>Tiers</source>
            <translation>级别</translation>
        </message>
        <message>
            <location filename="views/panel.py" />
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <location filename="views/panel.py" />
            <source>Break-even</source>
            <translation>盈亏平衡</translation>
        </message>
        <message>
            <location filename="views/panel.py" />
            <location filename="views/two_stage_page.py" />
            <source>Two stages</source>
            <translation>两阶段</translation>
        </message>
        <message>
            <location filename="views/panel.py" />
            <source>Versions</source>
            <translation>版本</translation>
        </message>
        <message>
            <location filename="views/panel.py" />
            <source>{file} is neither a plan, a timeline nor a table.</source>
            <translation>{file} 既不是方案、时间线，也不是表格。</translation>
        </message>
        <message>
            <location filename="views/plan_page.py" />
            <source>Title</source>
            <translation>标题</translation>
        </message>
        <message>
            <location filename="views/plan_page.py" />
            <source>One US dollar</source>
            <translation>一美元</translation>
        </message>
        <message>
            <location filename="views/plan_page.py" />
            <source>the rate of today, as 7.1</source>
            <translation>今日汇率，例如 7.1</translation>
        </message>
        <message>
            <location filename="views/plan_page.py" />
            <source>Fixed costs</source>
            <translation>固定成本</translation>
        </message>
        <message>
            <location filename="views/plan_page.py" />
            <source>Shared pilots</source>
            <translation>共用试拍</translation>
        </message>
        <message>
            <location filename="views/plan_page.py" />
            <source>People, rent, subscriptions: what does not depend on tries.</source>
            <translation>人工、场租、订阅：与尝试次数无关的费用。</translation>
        </message>
        <message>
            <location filename="views/plan_page.py" />
            <source>Shots that name a pilot as their usable rate share one unknown rate.</source>
            <translation>以某次试拍名称作为良品率的镜头，共用同一个未知良品率。</translation>
        </message>
        <message>
            <location filename="views/plan_page.py" />
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <location filename="views/plan_page.py" />
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <location filename="views/plan_page.py" />
            <source>Cost</source>
            <translation>成本</translation>
        </message>
        <message>
            <location filename="views/plan_page.py" />
            <location filename="views/versions_page.py" />
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <location filename="views/plan_page.py" />
            <source>Without it, prices in US dollars stay out of the totals.</source>
            <translation>没有汇率时，以美元计的价格不计入合计。</translation>
        </message>
        <message>
            <location filename="views/plan_page.py" />
            <source>{currency}, typed for {day}</source>
            <translation>{currency}，输入于 {day}</translation>
        </message>
        <message>
            <location filename="views/plan_page.py" />
            <source>pilot</source>
            <translation>试拍</translation>
        </message>
        <message>
            <location filename="views/plan_page.py" />
            <source>Fixed cost</source>
            <translation>固定成本</translation>
        </message>
        <message>
            <location filename="views/price_page.py" />
            <source>Provider</source>
            <translation>提供商</translation>
        </message>
        <message>
            <location filename="views/price_page.py" />
            <source>Model</source>
            <translation>模型</translation>
        </message>
        <message>
            <location filename="views/price_page.py" />
            <source>Picture</source>
            <translation>画面</translation>
        </message>
        <message>
            <location filename="views/price_page.py" />
            <source>Sound</source>
            <translation>声音</translation>
        </message>
        <message>
            <location filename="views/price_page.py" />
            <source>Lengths</source>
            <translation>长度</translation>
        </message>
        <message>
            <location filename="views/price_page.py" />
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <location filename="views/price_page.py" />
            <source>State</source>
            <translation>时效</translation>
        </message>
        <message>
            <location filename="views/price_page.py" />
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <location filename="views/price_page.py" />
            <source>current</source>
            <translation>有效</translation>
        </message>
        <message>
            <location filename="views/price_page.py" />
            <source>stale</source>
            <translation>过期</translation>
        </message>
        <message>
            <location filename="views/price_page.py" />
            <source>retired</source>
            <translation>已下架</translation>
        </message>
        <message>
            <location filename="views/price_page.py" />
            <source>undated</source>
            <translation>无日期</translation>
        </message>
        <message>
            <location filename="views/price_page.py" />
            <source>Find a provider, model or resolution</source>
            <translation>查找提供商、模型或分辨率</translation>
        </message>
        <message>
            <location filename="views/price_page.py" />
            <source>Find in the price book</source>
            <translation>在价目表中查找</translation>
        </message>
        <message>
            <location filename="views/price_page.py" />
            <source>Use for the chosen shots</source>
            <translation>用于所选镜头</translation>
        </message>
        <message>
            <location filename="views/price_page.py" />
            <source>Prices the shots that are chosen in the shot list</source>
            <translation>为镜头表中所选的镜头定价</translation>
        </message>
        <message>
            <location filename="views/price_page.py" />
            <location filename="views/shot_details.py" />
            <source>Confirm this price</source>
            <translation>确认此价格</translation>
        </message>
        <message>
            <location filename="views/price_page.py" />
            <source>Add own price…</source>
            <translation>添加自定价格…</translation>
        </message>
        <message>
            <location filename="views/price_page.py" />
            <source>Set price</source>
            <translation>设置价格</translation>
        </message>
        <message>
            <location filename="views/price_page.py" />
            <source>Add own price</source>
            <translation>添加自定价格</translation>
        </message>
        <message>
            <location filename="views/price_page.py" />
            <source>Name of the price:</source>
            <translation>价格名称：</translation>
        </message>
        <message>
            <location filename="views/price_page.py" />
            <source>Implied list price {price} (estimated): the reseller adds {markup:.0%}.</source>
            <translation>推算的原厂价 {price}（估计）：经销商加价 {markup:.0%}。</translation>
        </message>
        <message>
            <location filename="views/price_page.py" />
            <source>confirmed {day}</source>
            <translation>{day} 已确认</translation>
        </message>
        <message>
            <location filename="views/price_page.py" />
            <source>Blocked or failed clips are billed.</source>
            <translation>被拦截或失败的片段也计费。</translation>
        </message>
        <message>
            <location filename="views/price_page.py" />
            <source>Blocked or failed clips are not billed.</source>
            <translation>被拦截或失败的片段不计费。</translation>
        </message>
        <message>
            <location filename="views/price_page.py" />
            <source>Its price, for example:</source>
            <translation>价格，例如：</translation>
        </message>
        <message>
            <location filename="views/price_page.py" />
            <source>Type it as one of: {examples}</source>
            <translation>请按以下形式之一输入：{examples}</translation>
        </message>
        <message>
            <location filename="views/price_page.py" />
            <source>on</source>
            <translation>有</translation>
        </message>
        <message>
            <location filename="views/price_page.py" />
            <source>off</source>
            <translation>关</translation>
        </message>
        <message>
            <location filename="views/price_page.py" />
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <location filename="views/risk_curve.py" />
            <source>Chance that an amount is enough</source>
            <translation>某金额足够的概率</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <location filename="views/tiers_page.py" />
            <source>{low:g}–{high:g} working days</source>
            <translation>{low:g}–{high:g} 个工作日</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>Mean of the chosen shots: {mean}</source>
            <translation>所选镜头的均值：{mean}</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>Tries: mean {mean}, P50 {p50}, P90 {p90}, P95 {p95}</source>
            <translation>尝试次数：均值 {mean}，P50 {p50}，P90 {p90}，P95 {p95}</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <location filename="views/tiers_page.py" />
            <source>{low:g} working days or more</source>
            <translation>{low:g} 个工作日以上</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>{low:.2g} working days</source>
            <translation>{low:.2g} 个工作日</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>Learn from a log of takes…</source>
            <translation>从取舍记录学习…</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>Review, s a try</source>
            <translation>审片秒数</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>Sold lengths</source>
            <translation>可购长度</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>for example 4, 6, 8</source>
            <translation>例如 4, 6, 8</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>Clip length</source>
            <translation>片段长度</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>as the shot</source>
            <translation>与镜头相同</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>Kept of a clip</source>
            <translation>每条保留</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>all of it</source>
            <translation>全部</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>Review, an hour</source>
            <translation>审片时薪</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>Give up for</source>
            <translation>放弃后改用</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>Its highest cost</source>
            <translation>其最高成本</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>for L9, L10</source>
            <translation>用于 L9、L10</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>After failures</source>
            <translation>失败次数</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>where it pays</source>
            <translation>划算之处</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>Range</source>
            <translation>分布</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>Low, a minute</source>
            <translation>每分钟下限</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>the tier's</source>
            <translation>按级别</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>High, a minute</source>
            <translation>每分钟上限</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>Most likely</source>
            <translation>最可能值</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>the middle</source>
            <translation>中点</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>Highest to plan with</source>
            <translation>计划的最高值</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>A pilot of {size} more tries ({price}) lowers this shot's budget by {saving} on average.</source>
            <translation>再试拍 {size} 条（{price}），平均可使该镜头预算降低 {saving}。</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <location filename="views/shot_model.py" />
            <source>Edit {column}</source>
            <translation>编辑{column}</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>Log of takes</source>
            <translation>取舍记录</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>Tables (*.csv *.txt)</source>
            <translation>表格 (*.csv *.txt)</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>Learn usable rate</source>
            <translation>学习良品率</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>{kept} of {tried} takes were kept.</source>
            <translation>{tried} 条中保留了 {kept} 条。</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>{kept} of {tried} kept: the rate is near {rate:.0%}, but uncertain.</source>
            <translation>{tried} 条保留 {kept} 条：良品率约 {rate:.0%}，但并不确定。</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>Chance</source>
            <translation>概率</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>keep trying</source>
            <translation>一直尝试</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>lognormal, P10–P90</source>
            <translation>对数正态，P10–P90</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>triangular</source>
            <translation>三角分布</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>{count} shots</source>
            <translation>{count} 个镜头</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>takes {cycle}</source>
            <translation>需要 {cycle}</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>Give up after {count} failures: then {tier} is cheaper.</source>
            <translation>失败 {count} 次后放弃：此时 {tier} 更便宜。</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>No further pilot would lower the budget.</source>
            <translation>继续试拍不会降低预算。</translation>
        </message>
        <message>
            <location filename="views/shot_details.py" />
            <source>various</source>
            <translation>各不相同</translation>
        </message>
        <message>
            <location filename="views/shot_model.py" />
            <source>Seconds of the film</source>
            <translation>成片秒数</translation>
        </message>
        <message>
            <location filename="views/shot_model.py" />
            <source>How many like shots</source>
            <translation>同类镜头数</translation>
        </message>
        <message>
            <location filename="views/shot_model.py" />
            <source>20%, or a pilot: 3/12 means 3 kept of 12 tried</source>
            <translation>20%，或试拍：3/12 表示 12 条保留 3 条</translation>
        </message>
        <message>
            <location filename="views/shot_model.py" />
            <source>Review</source>
            <translation>审片</translation>
        </message>
        <message>
            <location filename="views/shot_model.py" />
            <source>Seconds of looking for each try</source>
            <translation>每次审片的秒数</translation>
        </message>
        <message>
            <location filename="views/shot_model.py" />
            <source>Tries P90</source>
            <translation>次数 P90</translation>
        </message>
        <message>
            <location filename="views/shot_model.py" />
            <source>Tries that suffice 9 times in 10</source>
            <translation>十次中九次足够的尝试次数</translation>
        </message>
        <message>
            <location filename="views/shot_model.py" />
            <source>Mean cost</source>
            <translation>平均成本</translation>
        </message>
        <message>
            <location filename="views/shot_model.py" />
            <source>Cost that suffices 9 times in 10</source>
            <translation>十次中九次足够的成本</translation>
        </message>
        <message>
            <location filename="views/shot_model.py" />
            <location filename="views/topsheet.py" />
            <source>Share</source>
            <translation>占比</translation>
        </message>
        <message>
            <location filename="views/shot_model.py" />
            <source>Part of the budget this shot decides</source>
            <translation>该镜头决定的预算份额</translation>
        </message>
        <message>
            <location filename="views/shot_model.py" />
            <location filename="views/time_page.py" />
            <source>Told by others:</source>
            <translation>他人公布：</translation>
        </message>
        <message>
            <location filename="views/shot_model.py" />
            <source>L1–L10, a row of the price book, or a price of your own:</source>
            <translation>L1–L10、价目表中的一行，或自定价格：</translation>
        </message>
        <message>
            <location filename="views/shots_page.py" />
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <location filename="views/shots_page.py" />
            <source>Show the fields of the chosen shot</source>
            <translation>显示所选镜头的字段</translation>
        </message>
        <message>
            <location filename="views/shots_page.py" />
            <source>Add shot</source>
            <translation>添加镜头</translation>
        </message>
        <message>
            <location filename="views/shots_page.py" />
            <source>Duplicate</source>
            <translation>复制一份</translation>
        </message>
        <message>
            <location filename="views/shots_page.py" />
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <location filename="views/shots_page.py" />
            <source>Paste shots</source>
            <translation>粘贴镜头</translation>
        </message>
        <message>
            <location filename="views/shots_page.py" />
            <source>Copy cells</source>
            <translation>复制单元格</translation>
        </message>
        <message>
            <location filename="views/shots_page.py" />
            <source>Import…</source>
            <translation>导入…</translation>
        </message>
        <message>
            <location filename="views/shots_page.py" />
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <location filename="views/shots_page.py" />
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <location filename="views/shots_page.py" />
            <source>Rows not understood: {count}.</source>
            <translation>无法识别的行数：{count}。</translation>
        </message>
        <message>
            <location filename="views/spectrum_chart.py" />
            <source>published AI films {low}–{high}</source>
            <translation>已公布的 AI 短片 {low}–{high}</translation>
        </message>
        <message>
            <location filename="views/spectrum_chart.py" />
            <source>Cost per finished minute, all tiers</source>
            <translation>各级别每分钟成品成本</translation>
        </message>
        <message>
            <location filename="views/spectrum_chart.py" />
            <source>Risk of replacement</source>
            <translation>替代风险</translation>
        </message>
        <message>
            <location filename="views/spectrum_chart.py" />
            <source>your film {low}–{high} a minute</source>
            <translation>你的影片 {low}–{high}/分钟</translation>
        </message>
        <message>
            <location filename="views/summary.py" />
            <location filename="views/topsheet.py" />
            <source>Mean {mean} · {minute} a minute</source>
            <translation>均值 {mean} · {minute}/分钟</translation>
        </message>
        <message>
            <location filename="views/summary.py" />
            <source>{tries} tries at P90</source>
            <translation>P90 为 {tries} 次尝试</translation>
        </message>
        <message>
            <location filename="views/summary.py" />
            <source>Decided by</source>
            <translation>决定因素</translation>
        </message>
        <message>
            <location filename="views/summary.py" />
            <location filename="views/versions_page.py" />
            <source>Budget</source>
            <translation>预算</translation>
        </message>
        <message>
            <location filename="views/summary.py" />
            <source>Stale and retired prices stay out of the totals until they are confirmed.</source>
            <translation>过期与已下架的价格在确认前不计入合计。</translation>
        </message>
        <message>
            <location filename="views/summary.py" />
            <source>Confidence of the budget</source>
            <translation>预算的把握</translation>
        </message>
        <message>
            <location filename="views/summary.py" />
            <source>Correlation between shots</source>
            <translation>镜头之间的相关</translation>
        </message>
        <message>
            <location filename="views/summary.py" />
            <source>Confidence</source>
            <translation>把握</translation>
        </message>
        <message>
            <location filename="views/summary.py" />
            <source>Correlation</source>
            <translation>相关</translation>
        </message>
        <message>
            <location filename="views/summary.py" />
            <source>How far shots are lucky or unlucky together, because one model, one prompt style or one director decides. Above 0 the film is simulated.</source>
            <translation>因为由同一模型、同一提示词风格或同一位导演决定，各镜头在多大程度上一起走运或倒霉。大于 0 时影片以模拟计算。</translation>
        </message>
        <message>
            <location filename="views/summary.py" />
            <source>Confirm prices ({count})</source>
            <translation>确认价格（{count}）</translation>
        </message>
        <message>
            <location filename="views/summary.py" />
            <source>Budget at {confidence:.0%} confidence · {seconds:g} s of film</source>
            <translation>{confidence:.0%} 把握下的预算 · 成片 {seconds:g} 秒</translation>
        </message>
        <message>
            <location filename="views/summary.py" />
            <source>The shots that decide the budget</source>
            <translation>决定预算的镜头</translation>
        </message>
        <message>
            <location filename="views/summary.py" />
            <source>Enough in {count} of 100 such films</source>
            <translation>100 部同样的影片中 {count} 部足够</translation>
        </message>
        <message>
            <location filename="views/summary.py" />
            <source>outside the totals: {count}</source>
            <translation>未计入合计：{count}</translation>
        </message>
        <message>
            <location filename="views/summary.py" />
            <source>No shot is in the totals yet.</source>
            <translation>还没有镜头计入合计。</translation>
        </message>
        <message>
            <location filename="views/tiers_page.py" />
            <source>{range} per finished minute, made of {parts}</source>
            <translation>每分钟成品 {range}，构成：{parts}</translation>
        </message>
        <message>
            <location filename="views/tiers_page.py" />
            <source>Cycle for one minute: {cycle}. It is a delay and does not grow with the minutes.</source>
            <translation>一分钟的周期：{cycle}。这是延迟，不随分钟数增长。</translation>
        </message>
        <message>
            <location filename="views/tiers_page.py" />
            <source>Risk of replacement: {risk}</source>
            <translation>替代风险：{risk}</translation>
        </message>
        <message>
            <location filename="views/tiers_page.py" />
            <source>{minutes:.0f} minutes</source>
            <translation>{minutes:.0f} 分钟</translation>
        </message>
        <message>
            <location filename="views/tiers_page.py" />
            <source>one working day</source>
            <translation>一个工作日</translation>
        </message>
        <message>
            <location filename="views/tiers_page.py" />
            <source>Each bar is the essay's low to high; as a lognormal range it means P10 to P90. Its high-risk zone is L3–L5, its safe zone L9–L10; L6–L8 lie in neither.</source>
            <translation>每条横杠为文章给出的下限到上限；作为对数正态区间即 P10 到 P90。文中高危区为 L3–L5，安全区为 L9–L10；L6–L8 都不属于。</translation>
        </message>
        <message>
            <location filename="views/tiers_page.py" />
            <source>Make the chosen shots this way</source>
            <translation>所选镜头采用此级别</translation>
        </message>
        <message>
            <location filename="views/tiers_page.py" />
            <source>Set tier</source>
            <translation>设置级别</translation>
        </message>
        <message>
            <location filename="views/tiers_page.py" />
            <source>Checked: {note}</source>
            <translation>核对：{note}</translation>
        </message>
        <message>
            <location filename="views/time_charts.py" />
            <source>Mean cost against time; the number is tries a round</source>
            <translation>平均成本与时间；数字为每轮尝试次数</translation>
        </message>
        <message>
            <location filename="views/time_charts.py" />
            <source>Gantt chart</source>
            <translation>甘特图</translation>
        </message>
        <message>
            <location filename="views/time_charts.py" />
            <source>Time against money</source>
            <translation>时间与金钱</translation>
        </message>
        <message>
            <location filename="views/time_charts.py" />
            <source>{value:g} min</source>
            <translation>{value:g} 分</translation>
        </message>
        <message>
            <location filename="views/time_charts.py" />
            <source>{value:g} h</source>
            <translation>{value:g} 时</translation>
        </message>
        <message>
            <location filename="views/time_charts.py" />
            <source>{tries} tries</source>
            <translation>{tries} 次</translation>
        </message>
        <message>
            <location filename="views/time_page.py" />
            <source>Generating</source>
            <translation>生成</translation>
        </message>
        <message>
            <location filename="views/time_page.py" />
            <source>Rate limit</source>
            <translation>速率限制</translation>
        </message>
        <message>
            <location filename="views/time_page.py" />
            <source>Looking</source>
            <translation>审片</translation>
        </message>
        <message>
            <location filename="views/time_page.py" />
            <source>{tries:.0f} tries on average</source>
            <translation>平均 {tries:.0f} 次</translation>
        </message>
        <message>
            <location filename="views/time_page.py" />
            <source>In rounds of {batch}: {time} until the last clip is kept</source>
            <translation>每轮 {batch} 条：{time} 后保留最后一条</translation>
        </message>
        <message>
            <location filename="views/time_page.py" />
            <source>Machine slots</source>
            <translation>并发路数</translation>
        </message>
        <message>
            <location filename="views/time_page.py" />
            <source>Seconds for a try</source>
            <translation>每次秒数</translation>
        </message>
        <message>
            <location filename="views/time_page.py" />
            <source>Requests a minute</source>
            <translation>每分钟请求数</translation>
        </message>
        <message>
            <location filename="views/time_page.py" />
            <source>no limit</source>
            <translation>不限</translation>
        </message>
        <message>
            <location filename="views/time_page.py" />
            <source>Reviewers</source>
            <translation>审片人数</translation>
        </message>
        <message>
            <location filename="views/time_page.py" />
            <source>Tries a round</source>
            <translation>每轮条数</translation>
        </message>
        <message>
            <location filename="views/time_page.py" />
            <source>Schedule</source>
            <translation>日程</translation>
        </message>
        <message>
            <location filename="views/time_page.py" />
            <source>Shots made by hand ({tiers}) take up to {days:g} working days beside this.</source>
            <translation>人工制作的镜头（{tiers}）另需最多 {days:g} 个工作日。</translation>
        </message>
        <message>
            <location filename="views/time_page.py" />
            <source>When each shot is done, with its mean number of tries</source>
            <translation>按平均尝试次数，各镜头的完成时间</translation>
        </message>
        <message>
            <location filename="views/time_page.py" />
            <source>the bottleneck</source>
            <translation>瓶颈</translation>
        </message>
        <message>
            <location filename="views/topsheet.py" />
            <source>Not in the totals, and notes</source>
            <translation>未计入合计的内容与说明</translation>
        </message>
        <message>
            <location filename="views/topsheet.py" />
            <source>Sources of prices</source>
            <translation>价格来源</translation>
        </message>
        <message>
            <location filename="views/two_stage_page.py" />
            <source>unknown</source>
            <translation>未知</translation>
        </message>
        <message>
            <location filename="views/two_stage_page.py" />
            <source>Draft with</source>
            <translation>草稿使用</translation>
        </message>
        <message>
            <location filename="views/two_stage_page.py" />
            <source>Instead of</source>
            <translation>代替</translation>
        </message>
        <message>
            <location filename="views/two_stage_page.py" />
            <source>Frames a second</source>
            <translation>每秒帧数</translation>
        </message>
        <message>
            <location filename="views/two_stage_page.py" />
            <source>Enlarging, frames a second</source>
            <translation>放大速度（帧/秒）</translation>
        </message>
        <message>
            <location filename="views/two_stage_page.py" />
            <source>Joules a frame</source>
            <translation>每帧焦耳</translation>
        </message>
        <message>
            <location filename="views/two_stage_page.py" />
            <source>Electricity, a kWh</source>
            <translation>电价（每千瓦时）</translation>
        </message>
        <message>
            <location filename="views/two_stage_page.py" />
            <source>Take from the upscaler and the power meter</source>
            <translation>取自超分与功率面板</translation>
        </message>
        <message>
            <location filename="views/two_stage_page.py" />
            <source>All at full resolution</source>
            <translation>全部以最终分辨率生成</translation>
        </message>
        <message>
            <location filename="views/two_stage_page.py" />
            <source>Drafts</source>
            <translation>草稿</translation>
        </message>
        <message>
            <location filename="views/two_stage_page.py" />
            <source>Enlarging the kept minute</source>
            <translation>放大保留的一分钟</translation>
        </message>
        <message>
            <location filename="views/two_stage_page.py" />
            <source>Both stages</source>
            <translation>两阶段合计</translation>
        </message>
        <message>
            <location filename="views/two_stage_page.py" />
            <source>Saved</source>
            <translation>节省</translation>
        </message>
        <message>
            <location filename="views/two_stage_page.py" />
            <source>Machine time for a minute</source>
            <translation>一分钟的机器时间</translation>
        </message>
        <message>
            <location filename="views/two_stage_page.py" />
            <source>{amount} before electricity</source>
            <translation>{amount}（未计电费）</translation>
        </message>
        <message>
            <location filename="views/two_stage_page.py" />
            <source>{value:.1f} min</source>
            <translation>{value:.1f} 分钟</translation>
        </message>
        <message>
            <location filename="views/two_stage_page.py" />
            <source>For one finished minute, on average</source>
            <translation>平均每分钟成品</translation>
        </message>
        <message>
            <location filename="views/two_stage_page.py" />
            <source>The upscaler computes {speed:.3g} s for a second.</source>
            <translation>超分每秒视频需计算 {speed:.3g} 秒。</translation>
        </message>
        <message>
            <location filename="views/two_stage_page.py" />
            <source>The upscaler shows no video at present.</source>
            <translation>超分面板目前没有播放视频。</translation>
        </message>
        <message>
            <location filename="views/two_stage_page.py" />
            <source>The power meter saw {joules:.3g} J a frame.</source>
            <translation>功率面板测得每帧 {joules:.3g} 焦耳。</translation>
        </message>
        <message>
            <location filename="views/two_stage_page.py" />
            <source>The power meter has no figure at present.</source>
            <translation>功率面板目前没有数据。</translation>
        </message>
        <message>
            <location filename="views/versions_page.py" />
            <source>A finished minute</source>
            <translation>每分钟成品</translation>
        </message>
        <message>
            <location filename="views/versions_page.py" />
            <source>Shots in the totals</source>
            <translation>计入合计的镜头</translation>
        </message>
        <message>
            <location filename="views/versions_page.py" />
            <source>Versions side by side</source>
            <translation>版本对照</translation>
        </message>
        <message>
            <location filename="views/versions_page.py" />
            <source>What if …</source>
            <translation>假如……</translation>
        </message>
        <message>
            <location filename="views/versions_page.py" />
            <source>Name of the what-if</source>
            <translation>假设的名称</translation>
        </message>
        <message>
            <location filename="views/versions_page.py" />
            <source>Usable rates, percent of the plan's</source>
            <translation>良品率，占方案的百分比</translation>
        </message>
        <message>
            <location filename="views/versions_page.py" />
            <source>Prices, percent of the plan's</source>
            <translation>价格，占方案的百分比</translation>
        </message>
        <message>
            <location filename="views/versions_page.py" />
            <source>Add what-if</source>
            <translation>添加假设</translation>
        </message>
        <message>
            <location filename="views/versions_page.py" />
            <source>Remove the column</source>
            <translation>移除该列</translation>
        </message>
        <message>
            <location filename="views/versions_page.py" />
            <source>Compare with a file…</source>
            <translation>与文件对照…</translation>
        </message>
        <message>
            <location filename="views/versions_page.py" />
            <source>Usable rates</source>
            <translation>良品率</translation>
        </message>
        <message>
            <location filename="views/versions_page.py" />
            <source>Prices</source>
            <translation>价格</translation>
        </message>
        <message>
            <location filename="views/versions_page.py" />
            <source>A kept version stores today's forecast in the plan file, to be compared later and scored when actuals arrive.</source>
            <translation>保留的版本把今天的预测存入方案文件，供日后对照，并在填入实际后评分。</translation>
        </message>
        <message>
            <location filename="views/versions_page.py" />
            <source>Rates {rate} %, prices {price} %</source>
            <translation>良品率 {rate}%，价格 {price}%</translation>
        </message>
        <message>
            <location filename="views/versions_page.py" />
            <source>Compare with a file</source>
            <translation>与文件对照</translation>
        </message>
        <message>
            <location filename="views/versions_page.py" />
            <source>New what-if</source>
            <translation>新假设</translation>
        </message>
        <message>
            <location filename="views/versions_page.py" />
            <source>This plan</source>
            <translation>本方案</translation>
        </message>
        <message>
            <location filename="views/versions_page.py" />
            <source>Kept {day}</source>
            <translation>{day} 保留</translation>
        </message>
        <message>
            <location filename="__init__.py" />
            <source>Video-budget planner: from a timeline to a price with its risk.</source>
            <translation>视频预算：从时间线算到价格，连同风险。</translation>
        </message>
        <message>
            <source>Type a tier (L7), a price (0.15/s or 1.20/8s), or choose a row of the price book.</source>
            <translation type="vanished">请输入级别（L7）、价格（0.15/s 或 1.20/8s），或从价目表中选择一条。</translation>
        </message>
        <message>
            <source>Price per second, as 0.15, or per clip, as 1.20/8s:</source>
            <translation type="vanished">每秒价格（如 0.15），或每条价格（如 1.20/8s）：</translation>
        </message>
        <message>
            <source>L1–L10, 0.15/s, 1.20/8s, or a row of the price book</source>
            <translation type="vanished">L1–L10、0.15/s、1.20/8s，或价目表条目</translation>
        </message>
        <message>
            <source>A usable minute is 60/8 × $6–10 = $45–75. Against the essay's own tiers: {ratios}. The claim fits L4–L6 only, and leaves out people.</source>
            <translation type="vanished">一分钟可用素材为 60/8 × $6–10 = $45–75。与文中各级别相比：{ratios}。该说法只适用于 L4–L6，且没有计入人工。</translation>
        </message>
        <message>
            <source>Unselected: 60 × 0.15–0.20 = ${low}–{high} (18.75 with upscale). With the 20 % rate the essay calls the real cost: ${true_low:.0f}–{true_high:.0f}.</source>
            <translation type="vanished">不筛选：60 × 0.15–0.20 = ${low}–{high}（含超分 18.75）。按文中称为“真实成本”的 20% 良品率：${true_low:.0f}–{true_high:.0f}。</translation>
        </message>
        <message>
            <source>20,000 × 60 = ${minute:,} a minute: the size of the essay's L10 (1,500,000+). No source is given for the figure itself.</source>
            <translation type="vanished">20,000 × 60 = 每分钟 ${minute:,}：与文中 L10（1,500,000+）同一量级。该数字本身没有给出来源。</translation>
        </message>
        <message>
            <source>{file} defines XML entities, which are not read.</source>
            <translation type="vanished">{file} 定义了 XML 实体，不予读取。</translation>
        </message>
        <message>
            <source>{file} is nested too deeply.</source>
            <translation type="vanished">{file} 嵌套过深。</translation>
        </message>
        <message>
            <source>The reader for {suffix} files is not installed.</source>
            <translation type="vanished">{suffix} 文件的读取器尚未安装。</translation>
        </message>
        <message>
            <source>track of kind {kind}</source>
            <translation type="vanished">{kind} 类型的轨道</translation>
        </message>
        <message>
            <source>for {clips} clips</source>
            <translation type="vanished">用于 {clips} 条片段</translation>
        </message>
        <message>
            <source>Score of {count} forecasts: held by {held} (should be 50, 80, 90, 95 %); mean pinball loss {loss:.1%} of the cost.</source>
            <translation type="vanished">{count} 个预测的得分：覆盖率 {held}（应为 50、80、90、95%）；平均分位损失为成本的 {loss:.1%}。</translation>
        </message>
        <message>
            <source>{count} rows were not understood.</source>
            <translation type="vanished">{count} 行无法识别。</translation>
        </message>
        <message>
            <source>{count} shots wait outside the totals</source>
            <translation type="vanished">{count} 个镜头尚未计入合计</translation>
        </message>
    </context>
</TS>
