<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>pixelwatt_lr_schedule</name>
        <message>
            <location filename="claims.py" />
            <source>The warm-ups that libraries name are linear, cosine or 1-sqrt: Hugging Face's rises by {a} from update 25 to 50 and by {b} from 50 to 75 (exponential growth would multiply). An exponential one can be written, as the panel's preset does: lr_min * (peak / lr_min) ** (k / w).</source>
            <translation>各库自带的预热是线性、余弦或 1-sqrt:Hugging Face 的学习率从第 25 次到第 50 次更新上升 {a}，从第 50 次到第 75 次上升 {b}(指数增长则应按倍数上升)。指数预热可以自己写，面板的预设就是这样：lr_min * (peak / lr_min) ** (k / w)。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>On loss 2x² (curvature 4) the limit is 2/4 = {limit}: after 100 updates from 1, 90 % of it leaves {below}, 110 % of it {above}.</source>
            <translation>在损失 2x²（曲率 4）上，上限为 2/4 = {limit}：从 1 出发经过 100 次更新，取上限的 90 % 剩下 {below}，取 110 % 则为 {above}。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>Exact expected loss of 100 noisy updates, each rate tuned: constant {constant} times the proven floor, linear decay {linear} times.</source>
            <translation>100 次带噪声更新的精确期望损失，各自取最佳学习率：恒定学习率为已证明下界的 {constant} 倍，线性衰减为 {linear} 倍。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>Over-fitting is a gap between training and unseen data; a small rate alone makes none. In the published LLM runs decay to zero lowers the loss on unseen data: 610M parameters at 80 tokens each, decayed to 0, beat 200 tokens each decayed to a tenth.</source>
            <translation>过拟合是训练数据与未见数据之间的差距，单凭学习率小并不会造成。已发表的大模型实验中，衰减到零降低了未见数据上的损失：6.1 亿参数、每参数 80 个 token 并衰减到 0，优于每参数 200 个 token 但只衰减到十分之一。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>Updates move at most by rate times gradient: 1,000 updates at 1e-6 on curvature 1 move a start of 1 by {moved}; at rate 0 by exactly 0.</source>
            <translation>每次更新的位移最多为学习率乘以梯度：在曲率 1 上以 1e-6 更新 1,000 次，起点 1 移动 {moved}；学习率为 0 时恰好移动 0。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>{runs} noisy runs of {updates} updates from the worse well: {frozen} reach the better one at a tiny rate, {freed} if the second half is a restart.</source>
            <translation>从较差的势阱出发，{runs} 次带噪声的运行，各 {updates} 次更新：学习率极小时有 {frozen} 到达较好的势阱，若后半程重启则有 {freed}。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>{runs} noisy runs of {updates} updates from the worse well: one cosine anneal without any restart brings {one} to the better one, eight restarts {many}. One path that is no restart is enough to refute "only".</source>
            <translation>从较差的势阱出发，{runs} 次带噪声的运行，各 {updates} 次更新：一次余弦退火、没有任何重启，有 {one} 到达较好的势阱；八次重启则为 {many}。只要有一条不是重启的路径，就足以否定“唯一”。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>Check a claim</source>
            <translation>检验一条论断</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>Your peak {peak} is stable on curvatures below {limit}: 100 updates leave {below} on 90 % of it and {above} on 110 %.</source>
            <translation>你的峰值 {peak} 在曲率低于 {limit} 时稳定：100 次更新后，取其 90 % 剩下 {below}，取 110 % 则为 {above}。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>Your schedule, tuned, ends {ours} times over the floor of the noisy quadratic; a constant rate {constant} times.</source>
            <translation>你的调度取最佳倍率后，结果为噪声二次函数下界的 {ours} 倍；恒定学习率为 {constant} 倍。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>Your schedule times 1e-4 moves a start of 1 by {moved} on curvature 1; times 0 by {frozen}.</source>
            <translation>你的调度乘以 1e-4，在曲率 1 上使起点 1 移动 {moved}；乘以 0 则移动 {frozen}。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>From the worse well, at noise 2 and peak 0.2: {frozen} of runs leave it at a tiny rate, {freed} with your schedule.</source>
            <translation>从较差的势阱出发，噪声 2、峰值 0.2：学习率极小时有 {frozen} 的运行离开，用你的调度则有 {freed}。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>At equal length, one cosine without restart brings {once} of runs to the better well, your schedule {ours}: a restart is not the only path.</source>
            <translation>长度相同时，一次不带重启的余弦使 {once} 的运行到达较好的势阱，你的调度为 {ours}：重启并非唯一路径。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>The schedule is 0 throughout.</source>
            <translation>该调度全程为 0。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>{title} {params}, base rate {base}, offset {offset}, largest error {error} over {points} points</source>
            <translation>{title} {params}，基础学习率 {base}，偏移 {offset}，{points} 个点上的最大误差 {error}</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>unknown (outside the fitted range)</source>
            <translation>未知（超出拟合范围）</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>Loss over floor on the noisy quadratic, tuned: {value}</source>
            <translation>噪声二次函数上的损失与下界之比（取最佳倍率）：{value}</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>Convex bound: {value} DG/sqrt(T)</source>
            <translation>凸优化上界：{value} DG/sqrt(T)</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>Predicted loss of a 25M LLM: {value}</source>
            <translation>25M 大语言模型的预测损失：{value}</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>Half of AdamW's final weights come from the last {count} of {total} updates</source>
            <translation>AdamW 最终权重的一半来自 {total} 次更新中的最后 {count} 次</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>the learning rate of every update</source>
            <translation>每次更新的学习率</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>schedule file (.json or .schedule.toml)</source>
            <translation>调度文件（.json 或 .schedule.toml）</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>number of updates</source>
            <translation>更新次数</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>print one JSON document</source>
            <translation>输出一个 JSON 文档</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>write the code that makes the schedule</source>
            <translation>写出生成该调度的代码</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>dialect of the code</source>
            <translation>代码的写法</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>processes of Accelerate, which steps a prepared scheduler once for each</source>
            <translation>Accelerate 的进程数，经它准备的调度器每个进程都会步进一次</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>read a schedule from Python code, not run</source>
            <translation>从 Python 代码读取调度，不执行</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>Python file, - for standard input</source>
            <translation>Python 文件，- 表示标准输入</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>say what may be wrong, and at which update</source>
            <translation>指出可能的问题及其所在的更新</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>schedule file (.json, .schedule.toml or .py)</source>
            <translation>调度文件（.json、.schedule.toml 或 .py）</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>name the schedule behind a log</source>
            <translation>说出日志背后的调度</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>TensorBoard, trainer_state.json or CSV</source>
            <translation>TensorBoard、trainer_state.json 或 CSV</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>exact and predicted losses of the schedule</source>
            <translation>该调度的精确损失与预测损失</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>--num-processes is {value}.</source>
            <translation>--num-processes 为 {value}。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>Give 1 or more.</source>
            <translation>请给出 1 或更大的数。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>{path} cannot be read: {error}.</source>
            <translation>无法读取 {path}：{error}。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>Check the name.</source>
            <translation>请检查文件名。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>{path} is not a text file.</source>
            <translation>{path} 不是文本文件。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>Give a text file in UTF-8.</source>
            <translation>请提供 UTF-8 编码的文本文件。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>--steps is {value}.</source>
            <translation>--steps 为 {value}。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>Give a whole number from 1 to {most}.</source>
            <translation>请给出 1 到 {most} 的整数。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <location filename="views/canvas.py" />
            <location filename="views/score_tab.py" />
            <source>update</source>
            <translation>更新</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>Nothing found.</source>
            <translation>未发现问题。</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>Constant</source>
            <translation>恒定</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>Constant-factor warm-up</source>
            <translation>恒定因子预热</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>Linear warm-up</source>
            <translation>线性预热</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>Step</source>
            <translation>阶梯</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>Multi-step</source>
            <translation>多阶梯</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>Exponential</source>
            <translation>指数</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>Inverse time</source>
            <translation>反时间</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>Polynomial, linear to zero</source>
            <translation>多项式，线性到零</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>Cosine</source>
            <translation>余弦</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>Cosine with warm restarts</source>
            <translation>带热重启的余弦</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>1cycle</source>
            <translation>1cycle</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>Triangular</source>
            <translation>三角</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>Triangular, halving</source>
            <translation>三角，振幅减半</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>Triangular, exponential</source>
            <translation>三角，指数衰减</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>Warm-up, then linear</source>
            <translation>预热后线性</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>Warm-up, then cosine</source>
            <translation>预热后余弦</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>Warm-up, then cosine, counted from 1</source>
            <translation>预热后余弦（从 1 计数）</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>Warm-up with hard restarts</source>
            <translation>预热加硬重启</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>Inverse square root</source>
            <translation>平方根倒数</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>Noam</source>
            <translation>Noam</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>Warm-up, stable, decay</source>
            <translation>预热、稳定、衰减</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>Inverse square root with cooldown</source>
            <translation>平方根倒数加冷却</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>Tanh</source>
            <translation>Tanh</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>k-decay cosine</source>
            <translation>k-decay 余弦</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>Plateau</source>
            <translation>平台期</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>Greedy</source>
            <translation>贪心</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>Sequence</source>
            <translation>顺序组合</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>Chain</source>
            <translation>链式组合</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <location filename="views/range_tab.py" />
            <source>LR range test</source>
            <translation>学习率范围测试</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>Flat, then cosine</source>
            <translation>平稳后余弦</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>Schedule-free</source>
            <translation>Schedule-Free</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>Chebyshev</source>
            <translation>切比雪夫</translation>
        </message>
        <message>
            <location filename="core/catalogue.py" />
            <source>Noise-optimal 1/t</source>
            <translation>噪声最优 1/t</translation>
        </message>
        <message>
            <location filename="core/code_calls.py" />
            <source>{name}() takes fewer arguments than it is given.</source>
            <translation>{name}() 得到的参数多于它所接受的。</translation>
        </message>
        <message>
            <location filename="core/code_calls.py" />
            <source>get_scheduler() needs the schedule's name as a text.</source>
            <translation>get_scheduler() 需要以文本给出调度名称。</translation>
        </message>
        <message>
            <location filename="core/code_calls.py" />
            <source>schedules of two libraries are joined.</source>
            <translation>拼接了来自两个库的调度。</translation>
        </message>
        <message>
            <location filename="core/code_calls.py" />
            <source>{name}() needs a list of schedules made before.</source>
            <translation>{name}() 需要一个由先前创建的调度组成的列表。</translation>
        </message>
        <message>
            <location filename="core/code_in.py" />
            <source>{name}() is not known here.</source>
            <translation>这里不认识 {name}()。</translation>
        </message>
        <message>
            <location filename="core/code_in.py" />
            <source>The code is {count} characters long.</source>
            <translation>代码长达 {count} 个字符。</translation>
        </message>
        <message>
            <location filename="core/code_in.py" />
            <source>Paste only the lines that make the scheduler.</source>
            <translation>只粘贴创建调度器的那几行。</translation>
        </message>
        <message>
            <location filename="core/code_in.py" />
            <source>The code makes no learning-rate schedule that is known here.</source>
            <translation>代码中没有这里认识的学习率调度。</translation>
        </message>
        <message>
            <location filename="core/code_in.py" />
            <source>Paste a scheduler of PyTorch, Optax, Keras, Hugging Face or timm.</source>
            <translation>请粘贴 PyTorch、Optax、Keras、Hugging Face 或 timm 的调度器。</translation>
        </message>
        <message>
            <location filename="core/code_in.py" />
            <source>The code makes {count} schedules; the last is shown.</source>
            <translation>代码创建了 {count} 个调度，显示最后一个。</translation>
        </message>
        <message>
            <location filename="core/code_in.py" />
            <source>Line {line} is not valid Python: {error}.</source>
            <translation>第 {line} 行不是有效的 Python：{error}。</translation>
        </message>
        <message>
            <location filename="core/code_in.py" />
            <source>Paste whole statements.</source>
            <translation>请粘贴完整的语句。</translation>
        </message>
        <message>
            <location filename="core/code_in.py" />
            <source>The code cannot be read: {error}.</source>
            <translation>无法读取代码：{error}。</translation>
        </message>
        <message>
            <location filename="core/code_in.py" />
            <source>The code is nested too deeply.</source>
            <translation>代码嵌套过深。</translation>
        </message>
        <message>
            <location filename="core/code_in.py" />
            <source>{kind} is not read here.</source>
            <translation>这里不读取 {kind}。</translation>
        </message>
        <message>
            <location filename="core/code_in.py" />
            <source>{source} is not read here.</source>
            <translation>这里不读取 {source}。</translation>
        </message>
        <message>
            <location filename="core/code_out.py" />
            <source>{dialect} is not a dialect.</source>
            <translation>{dialect} 不是可用的写法。</translation>
        </message>
        <message>
            <location filename="core/code_out.py" />
            <location filename="core/drawn.py" />
            <location filename="core/registry.py" />
            <source>Use one of {names}.</source>
            <translation>请使用 {names} 之一。</translation>
        </message>
        <message>
            <location filename="core/code_values.py" />
            <source>Line {line}: {what}</source>
            <translation>第 {line} 行：{what}</translation>
        </message>
        <message>
            <location filename="core/code_values.py" />
            <source>Paste the lines that make the optimizer and its scheduler; nothing is executed.</source>
            <translation>请粘贴创建优化器及其调度器的几行；不会执行任何代码。</translation>
        </message>
        <message>
            <location filename="core/document.py" />
            <source>The schedule file has version {version}; this program reads {known}.</source>
            <translation>调度文件的版本为 {version}，本程序可读 {known}。</translation>
        </message>
        <message>
            <location filename="core/document.py" />
            <source>Open it with a newer Pixelwatt.</source>
            <translation>请用更新版本的 Pixelwatt 打开。</translation>
        </message>
        <message>
            <location filename="core/document.py" />
            <source>The schedule file has no curve.</source>
            <translation>调度文件中没有曲线。</translation>
        </message>
        <message>
            <location filename="core/document.py" />
            <source>Give at least one [[curve]].</source>
            <translation>请至少给出一个 [[curve]]。</translation>
        </message>
        <message>
            <location filename="core/document.py" />
            <source>The schedule file is not valid TOML: {error}.</source>
            <translation>调度文件不是有效的 TOML：{error}。</translation>
        </message>
        <message>
            <location filename="core/document.py" />
            <source>Mend that line, or open an older copy.</source>
            <translation>请修正该行，或打开较早的副本。</translation>
        </message>
        <message>
            <location filename="core/drawn.py" />
            <source>The drawn schedule has no points.</source>
            <translation>手绘调度没有点。</translation>
        </message>
        <message>
            <location filename="core/drawn.py" />
            <source>Give at least one.</source>
            <translation>请至少给出一个。</translation>
        </message>
        <message>
            <location filename="core/drawn.py" />
            <source>The points of the schedule are not in order of their updates.</source>
            <translation>调度的点没有按更新的先后排列。</translation>
        </message>
        <message>
            <location filename="core/drawn.py" />
            <source>Sort them by update.</source>
            <translation>请按更新排序。</translation>
        </message>
        <message>
            <location filename="core/drawn.py" />
            <source>Stretch {index} has the unknown shape {name}.</source>
            <translation>第 {index} 段的形状 {name} 未知。</translation>
        </message>
        <message>
            <location filename="core/drawn.py" />
            <source>Stretch {index} is exponential but touches 0.</source>
            <translation>第 {index} 段为指数形状，却触及 0。</translation>
        </message>
        <message>
            <location filename="core/drawn.py" />
            <source>Give both its ends a learning rate above 0.</source>
            <translation>请让其两端的学习率都大于 0。</translation>
        </message>
        <message>
            <location filename="core/drawn.py" />
            <source>{point} is not a point of a schedule.</source>
            <translation>{point} 不是调度的点。</translation>
        </message>
        <message>
            <location filename="core/drawn.py" />
            <source>A point is an update and a learning rate.</source>
            <translation>一个点由更新与学习率组成。</translation>
        </message>
        <message>
            <location filename="core/drawn.py" />
            <source>The point {point} is negative.</source>
            <translation>点 {point} 为负。</translation>
        </message>
        <message>
            <location filename="core/drawn.py" />
            <source>Updates and learning rates start at 0.</source>
            <translation>更新与学习率从 0 开始。</translation>
        </message>
        <message>
            <location filename="core/expression.py" />
            <source>{what} in line {line}, column {column} is not allowed in a formula.</source>
            <translation>第 {line} 行第 {column} 列的{what}不能用于公式。</translation>
        </message>
        <message>
            <location filename="core/expression.py" />
            <source>Use numbers, the update index, + - * / // % **, comparisons and {functions}.</source>
            <translation>请使用数字、更新序号、+ - * / // % **、比较以及 {functions}。</translation>
        </message>
        <message>
            <location filename="core/expression.py" />
            <source>The formula is {count} characters long.</source>
            <translation>公式长达 {count} 个字符。</translation>
        </message>
        <message>
            <location filename="core/expression.py" />
            <source>Use at most {count}.</source>
            <translation>最多使用 {count} 个。</translation>
        </message>
        <message>
            <location filename="core/expression.py" />
            <source>Nesting this deep</source>
            <translation>如此深的嵌套</translation>
        </message>
        <message>
            <location filename="core/expression.py" />
            <source>The formula {source} is not valid: {error}.</source>
            <translation>公式 {source} 无效：{error}。</translation>
        </message>
        <message>
            <location filename="core/expression.py" />
            <source>Write it as a Python expression of {variable}.</source>
            <translation>请写成 {variable} 的 Python 表达式。</translation>
        </message>
        <message>
            <location filename="core/expression.py" />
            <source>The name {name}</source>
            <translation>名称 {name}</translation>
        </message>
        <message>
            <location filename="core/expression.py" />
            <source>{source}</source>
            <translation>{source}</translation>
        </message>
        <message>
            <location filename="core/expression.py" />
            <source>A table of {count} values</source>
            <translation>含 {count} 个值的表</translation>
        </message>
        <message>
            <location filename="core/expression.py" />
            <source>The call {name}()</source>
            <translation>调用 {name}()</translation>
        </message>
        <message>
            <location filename="core/expression.py" />
            <source>{name}() with {count} arguments</source>
            <translation>带 {count} 个参数的 {name}()</translation>
        </message>
        <message>
            <location filename="core/identify.py" />
            <source>The log has {count} learning rates.</source>
            <translation>日志只有 {count} 个学习率。</translation>
        </message>
        <message>
            <location filename="core/identify.py" />
            <source>At least 3 are needed to name a schedule.</source>
            <translation>至少需要 3 个才能说出调度。</translation>
        </message>
        <message>
            <location filename="core/identify.py" />
            <source>No schedule fits the log.</source>
            <translation>没有调度与该日志吻合。</translation>
        </message>
        <message>
            <location filename="core/identify.py" />
            <source>See its learning rates in the plot.</source>
            <translation>请在图中查看其学习率。</translation>
        </message>
        <message>
            <location filename="core/landscapes.py" />
            <source>Double well (1-D)</source>
            <translation>双势阱（一维）</translation>
        </message>
        <message>
            <location filename="core/landscapes.py" />
            <source>Rippled bowl (1-D)</source>
            <translation>波纹碗（一维）</translation>
        </message>
        <message>
            <location filename="core/landscapes.py" />
            <source>Valley, curvatures 1 and 10</source>
            <translation>山谷，曲率 1 与 10</translation>
        </message>
        <message>
            <location filename="core/landscapes.py" />
            <source>Saddle</source>
            <translation>鞍面</translation>
        </message>
        <message>
            <location filename="core/landscapes.py" />
            <source>Six-hump camel</source>
            <translation>六峰驼背</translation>
        </message>
        <message>
            <location filename="core/lint.py" />
            <source>Change that argument.</source>
            <translation>请更改该参数。</translation>
        </message>
        <message>
            <location filename="core/lint_curve.py" />
            <source>Let the warm-up end inside the run, on a whole update.</source>
            <translation>让预热在运行之内、于某次完整更新处结束。</translation>
        </message>
        <message>
            <location filename="core/lint_curve.py" />
            <source>Choose pct_start * total_steps - 1 as a whole number of updates.</source>
            <translation>请选择使 pct_start * total_steps - 1 为整数次更新的参数。</translation>
        </message>
        <message>
            <location filename="core/lint_curve.py" />
            <source>Set warmup_prefix=True, so that the warm-up comes before the decay.</source>
            <translation>请设 warmup_prefix=True，使预热先于衰减。</translation>
        </message>
        <message>
            <location filename="core/lint_curve.py" />
            <source>The peak {peak} is never used: the highest rate is {top} at update {update}.</source>
            <translation>峰值 {peak} 从未被用到：最高学习率为第 {update} 次更新的 {top}。</translation>
        </message>
        <message>
            <location filename="core/lint_curve.py" />
            <source>The lowest rate {low} would come at update {next}, one after the last; the last update still uses {last}, {share} of the peak.</source>
            <translation>最低学习率 {low} 要到第 {next} 次更新才会出现，即最后一次之后；最后一次更新仍使用 {last}，为峰值的 {share}。</translation>
        </message>
        <message>
            <location filename="core/lint_curve.py" />
            <source>Shorten the decay by one update if the last one should use the minimum.</source>
            <translation>若最后一次更新应使用最小值，请把衰减缩短一次更新。</translation>
        </message>
        <message>
            <location filename="core/lint_curve.py" />
            <source>The learning rate rises again from update {update}: the schedule was made for {length} updates and repeats after them.</source>
            <translation>学习率从第 {update} 次更新起再次上升：该调度为 {length} 次更新而设，之后会重复。</translation>
        </message>
        <message>
            <location filename="core/lint_curve.py" />
            <source>Make it as long as the run, or stop stepping it at its end.</source>
            <translation>让它与运行等长，或在其结束时停止步进。</translation>
        </message>
        <message>
            <location filename="core/lint_curve.py" />
            <source>{what} keeps the starting value {value} for ever; the end value is never used.</source>
            <translation>{what} 会永远停在起始值 {value}，终值从不使用。</translation>
        </message>
        <message>
            <location filename="core/lint_curve.py" />
            <source>Leave the schedule out where its length is 0.</source>
            <translation>长度为 0 时请省去该调度。</translation>
        </message>
        <message>
            <location filename="core/lint_curve.py" />
            <source>The learning rate of update {update} is {value}.</source>
            <translation>第 {update} 次更新的学习率为 {value}。</translation>
        </message>
        <message>
            <location filename="core/lint_curve.py" />
            <source>Check the arguments that shape this stretch.</source>
            <translation>请检查决定这一段形状的参数。</translation>
        </message>
        <message>
            <location filename="core/lint_curve.py" />
            <source>The learning rate of update 0 is 0: it computes gradients and changes nothing. The first update that learns is {first}.</source>
            <translation>第 0 次更新的学习率为 0：计算了梯度却什么都不改变。第一次真正学习的更新是第 {first} 次。</translation>
        </message>
        <message>
            <location filename="core/lint_curve.py" />
            <source>Start the warm-up above 0, or accept one idle update.</source>
            <translation>让预热从大于 0 处开始，或接受一次空转更新。</translation>
        </message>
        <message>
            <location filename="core/lint_curve.py" />
            <source>After {count} updates: {refusal}</source>
            <translation>{count} 次更新之后：{refusal}</translation>
        </message>
        <message>
            <location filename="core/lint_curve.py" />
            <source>Make the schedule as long as the run, and step it once per update.</source>
            <translation>让调度与运行等长，并且每次更新步进一次。</translation>
        </message>
        <message>
            <location filename="core/lint_curve.py" />
            <source>The range test is planned for {planned} updates and runs {steps}.</source>
            <translation>范围测试计划 {planned} 次更新，实际运行 {steps} 次。</translation>
        </message>
        <message>
            <location filename="core/lint_curve.py" />
            <source>Run exactly num_it updates.</source>
            <translation>请恰好运行 num_it 次更新。</translation>
        </message>
        <message>
            <location filename="core/lint_curve.py" />
            <source>Update {update} is one past total_steps: its rate {value} rises again.</source>
            <translation>第 {update} 次更新已超出 total_steps 一次：其学习率 {value} 再次上升。</translation>
        </message>
        <message>
            <location filename="core/lint_curve.py" />
            <source>Set total_steps to the number of updates.</source>
            <translation>请把 total_steps 设为更新次数。</translation>
        </message>
        <message>
            <location filename="core/lint_curve.py" />
            <source>The run ends at update {update} of a 1cycle of {total}: its final rates are never used.</source>
            <translation>运行在长 {total} 的 1cycle 的第 {update} 次更新处结束：其末尾的学习率从未用到。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>The scheduler is stepped once per epoch, {epochs} times in all, but is planned for {planned} steps: it never gets past {share} of its way.</source>
            <translation>调度器每个 epoch 步进一次，共 {epochs} 次，却按 {planned} 步规划：最多只走完 {share}。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>Step it every update (interval "step"), or give its lengths in epochs.</source>
            <translation>请每次更新都步进（interval 设为 "step"），或以 epoch 给出其长度。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>The loop steps the scheduler before the optimizer: the rate of update 0, {value}, is skipped.</source>
            <translation>循环在优化器之前步进调度器：第 0 次更新的学习率 {value} 被跳过。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>Call optimizer.step() first, then scheduler.step().</source>
            <translation>请先调用 optimizer.step()，再调用 scheduler.step()。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>The warm-up of {warmup} updates is not over when the run of {steps} ends.</source>
            <translation>运行到 {steps} 次更新结束时，{warmup} 次更新的预热尚未完成。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>Shorten the warm-up; 1 to 10 % of the run is common.</source>
            <translation>请缩短预热；通常为运行的 1 到 10 %。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>The schedule is planned for {planned} updates, the run has {steps}: the decay stops at {value}.</source>
            <translation>调度按 {planned} 次更新规划，而运行只有 {steps} 次：衰减停在 {value}。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>Give the scheduler the number of optimizer updates of the run.</source>
            <translation>请把运行中优化器的更新次数交给调度器。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>A scheduler prepared by Accelerate is stepped once per process: with {count} processes it is over after {end} of {steps} updates.</source>
            <translation>经 Accelerate 准备的调度器每个进程步进一次：{count} 个进程时，{steps} 次更新中的 {end} 次之后它就已结束。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>Multiply its lengths by the number of processes, or export it for {count} processes.</source>
            <translation>请把其长度乘以进程数，或按 {count} 个进程导出。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>Gradients are accumulated over {count} batches, so the run has {updates} updates, not {total}: the schedule is planned for {planned}.</source>
            <translation>梯度在 {count} 个批次上累积，因此运行有 {updates} 次更新而不是 {total} 次：调度却按 {planned} 次规划。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>Count optimizer updates, not batches.</source>
            <translation>请数优化器更新，而不是批次。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>last_epoch={last} does not resume {name}: it starts at {value} again (pytorch#162591).</source>
            <translation>last_epoch={last} 并不能恢复 {name}：它又从 {value} 开始(pytorch#162591)。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>Save and load the state_dict of optimizer and scheduler.</source>
            <translation>请保存并加载优化器与调度器的 state_dict。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>Resumed without the scheduler's state, update {at} would use {first} instead of {right}.</source>
            <translation>若恢复时没有调度器的状态，第 {at} 次更新会使用 {first} 而不是 {right}。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>Load the scheduler's state_dict with the checkpoint.</source>
            <translation>请随检查点加载调度器的 state_dict。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>The milestones {marks} are not rising; the library accepts them silently and skips or repeats pieces.</source>
            <translation>里程碑 {marks} 没有递增；该库会默默接受，并跳过或重复某些段。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>Sort them, each once.</source>
            <translation>请排序，且各只出现一次。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>A SequentialLR inside a SequentialLR runs one step ahead (pytorch#196243): its milestone {mark} acts one update early.</source>
            <translation>SequentialLR 嵌套在 SequentialLR 中会提前一步运行(pytorch#196243)：其里程碑 {mark} 提前一次更新生效。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>Put all pieces into one SequentialLR.</source>
            <translation>请把所有段放进同一个 SequentialLR。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>Milestone 0 skips the first schedule altogether.</source>
            <translation>里程碑 0 会完全跳过第一个调度。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>Leave it out.</source>
            <translation>请去掉它。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>Keras ignores warmup_steps={steps} without warmup_target: there is no warm-up.</source>
            <translation>没有 warmup_target 时，Keras 会忽略 warmup_steps={steps}：不会有预热。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>Give warmup_target, the peak.</source>
            <translation>请给出 warmup_target，即峰值。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>eta_min {minimum} is above the base rate {base}: the rate rises.</source>
            <translation>eta_min {minimum} 高于基础学习率 {base}：学习率会上升。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>eta_min is an absolute rate; choose it below the base.</source>
            <translation>eta_min 是绝对学习率，请取低于基础值的数。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>The metric of epoch {epoch} is not a number; it counts as no improvement.</source>
            <translation>第 {epoch} 个 epoch 的指标不是数字，会被视为没有改善。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>Look for the cause before lowering the rate.</source>
            <translation>在降低学习率之前请先查明原因。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>patience={patience} means {count} epochs without improvement here: the rate falls at epoch {epoch}. Keras and Optax fall one epoch earlier.</source>
            <translation>patience={patience} 在这里意味着 {count} 个 epoch 没有改善：学习率在第 {epoch} 个 epoch 下降。Keras 与 Optax 会早一个 epoch。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>Use one less if you moved the setting from Keras.</source>
            <translation>若设置是从 Keras 搬来的，请减一。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>The scheduler is stepped every update but planned for {planned} steps, the number of epochs: it is over in epoch {epoch} of {epochs}.</source>
            <translation>调度器每次更新都步进，却按 {planned} 步（即 epoch 数）规划：在 {epochs} 个 epoch 中的第 {epoch} 个就已结束。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>Multiply its lengths by the updates per epoch, {count}.</source>
            <translation>请把其长度乘以每个 epoch 的更新数 {count}。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>{name} sets the rate itself and undoes the schedulers before it in the chain (pytorch#129565).</source>
            <translation>{name} 自行设定学习率，会抵消链中在它之前的调度器(pytorch#129565)。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>Use SequentialLR, or one LambdaLR for the product.</source>
            <translation>请使用 SequentialLR，或用一个 LambdaLR 表示乘积。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>The restart at update {update} uses the minimum instead of the peak: log({argument}, {grow}) is rounded below {n}.</source>
            <translation>第 {update} 次更新处的重启使用了最小值而不是峰值：log({argument}, {grow}) 被舍入到 {n} 以下。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>Use a cycle multiplier of 2, or step without an explicit epoch.</source>
            <translation>请使用周期倍数 2，或在步进时不传 epoch。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>{name} sets the rate anew at each step: what the others do lasts for one update only (pytorch#129565).</source>
            <translation>{name} 每一步都重新设定学习率：其他调度器的作用只维持一次更新(pytorch#129565)。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>With eta_min above 0 the chain is not the product of its schedulers.</source>
            <translation>eta_min 大于 0 时，链并不是各调度器的乘积。</translation>
        </message>
        <message>
            <location filename="core/lint_setup.py" />
            <source>Use one LambdaLR for the product.</source>
            <translation>请用一个 LambdaLR 表示乘积。</translation>
        </message>
        <message>
            <location filename="core/log_tables.py" />
            <source>{name} has no table with a header and rows.</source>
            <translation>{name} 中没有带表头和数据行的表格。</translation>
        </message>
        <message>
            <location filename="core/log_tables.py" />
            <source>The first line names the columns, such as step,lr,loss.</source>
            <translation>第一行写列名，例如 step,lr,loss。</translation>
        </message>
        <message>
            <location filename="core/log_tables.py" />
            <source>The table has no step column; rows are counted from 0.</source>
            <translation>表格没有步数列；行从 0 开始计数。</translation>
        </message>
        <message>
            <location filename="core/log_tables.py" />
            <source>{name} has no column of numbers.</source>
            <translation>{name} 中没有数字列。</translation>
        </message>
        <message>
            <location filename="core/log_tables.py" />
            <location filename="core/logs.py" />
            <source>{name} cannot be read: {error}.</source>
            <translation>无法读取 {name}：{error}。</translation>
        </message>
        <message>
            <location filename="core/log_tables.py" />
            <source>{name} is not a table: {error}.</source>
            <translation>{name} 不是表格：{error}。</translation>
        </message>
        <message>
            <location filename="core/log_tables.py" />
            <source>Export it as CSV again.</source>
            <translation>请重新导出为 CSV。</translation>
        </message>
        <message>
            <location filename="core/log_tensorboard.py" />
            <source>The folder {name} has no event files.</source>
            <translation>文件夹 {name} 中没有事件文件。</translation>
        </message>
        <message>
            <location filename="core/log_tensorboard.py" />
            <source>Choose the folder that holds events.out.tfevents files.</source>
            <translation>请选择存放 events.out.tfevents 文件的文件夹。</translation>
        </message>
        <message>
            <location filename="core/log_tensorboard.py" />
            <source>{name} holds no scalars.</source>
            <translation>{name} 中没有标量。</translation>
        </message>
        <message>
            <location filename="core/log_tensorboard.py" />
            <source>Is it a TensorBoard event file with logged numbers?</source>
            <translation>它是记录了数值的 TensorBoard 事件文件吗？</translation>
        </message>
        <message>
            <location filename="core/log_tensorboard.py" />
            <source>{name} ends in the middle of a record; the {count} bytes before are read.</source>
            <translation>{name} 在一条记录中途结束；已读取之前的 {count} 个字节。</translation>
        </message>
        <message>
            <location filename="core/log_types.py" />
            <source>The log has no learning rate; its columns are {names}.</source>
            <translation>日志中没有学习率，其列为 {names}。</translation>
        </message>
        <message>
            <location filename="core/log_types.py" />
            <source>Log the learning rate too, in a column named lr or learning_rate.</source>
            <translation>请同时记录学习率，列名为 lr 或 learning_rate。</translation>
        </message>
        <message>
            <location filename="core/logs.py" />
            <source>{name} is larger than 1 GiB.</source>
            <translation>{name} 大于 1 GiB。</translation>
        </message>
        <message>
            <location filename="core/logs.py" />
            <source>Give a shorter log.</source>
            <translation>请提供较短的日志。</translation>
        </message>
        <message>
            <location filename="core/logs.py" />
            <source>{name} is empty.</source>
            <translation>{name} 为空。</translation>
        </message>
        <message>
            <location filename="core/logs.py" />
            <source>Give a log with values.</source>
            <translation>请提供含有数值的日志。</translation>
        </message>
        <message>
            <location filename="core/logs.py" />
            <source>{name} has no log_history.</source>
            <translation>{name} 中没有 log_history。</translation>
        </message>
        <message>
            <location filename="core/logs.py" />
            <source>Give the trainer_state.json of a checkpoint.</source>
            <translation>请提供检查点的 trainer_state.json。</translation>
        </message>
        <message>
            <location filename="core/logs.py" />
            <source>{name} logs no numbers.</source>
            <translation>{name} 没有记录数值。</translation>
        </message>
        <message>
            <location filename="core/logs.py" />
            <source>Set logging_steps in the training arguments.</source>
            <translation>请在训练参数中设置 logging_steps。</translation>
        </message>
        <message>
            <location filename="core/logs.py" />
            <source>{name} is not valid JSON: {error}.</source>
            <translation>{name} 不是有效的 JSON：{error}。</translation>
        </message>
        <message>
            <location filename="core/logs.py" />
            <source>A file cut off while it was written cannot be read; use an older checkpoint.</source>
            <translation>写到一半的文件无法读取，请使用较早的检查点。</translation>
        </message>
        <message>
            <location filename="core/lowering.py" />
            <source>{title} has no formula, and {count} values are too many for a table in code.</source>
            <translation>{title} 没有公式，而 {count} 个值对代码中的表来说太多。</translation>
        </message>
        <message>
            <location filename="core/lowering.py" />
            <source>Export it as CSV, or shorten it to {most} updates.</source>
            <translation>请导出为 CSV，或缩短到 {most} 次更新。</translation>
        </message>
        <message>
            <location filename="core/optimise.py" />
            <source>Only a drawn schedule can be optimised point by point.</source>
            <translation>只有手绘调度可以逐点优化。</translation>
        </message>
        <message>
            <location filename="core/optimise.py" />
            <source>Draw one over this curve first, or use the best base rate.</source>
            <translation>请先按此曲线手绘，或使用最佳基础学习率。</translation>
        </message>
        <message>
            <location filename="core/other_schedules.py" />
            <source>mu = {mu} is larger than L = {L}.</source>
            <translation>mu = {mu} 大于 L = {L}。</translation>
        </message>
        <message>
            <location filename="core/other_schedules.py" />
            <source>mu is the smallest curvature, L the largest.</source>
            <translation>mu 是最小曲率，L 是最大曲率。</translation>
        </message>
        <message>
            <location filename="core/other_schedules.py" />
            <source>{name} = {value} is not positive.</source>
            <translation>{name} = {value} 不是正数。</translation>
        </message>
        <message>
            <location filename="core/other_schedules.py" />
            <source>Give a number above 0.</source>
            <translation>请给出大于 0 的数。</translation>
        </message>
        <message>
            <location filename="core/other_schedules.py" />
            <source>The fractal order needs n to be a power of 2, not {n}.</source>
            <translation>分形顺序要求 n 为 2 的幂，而不是 {n}。</translation>
        </message>
        <message>
            <location filename="core/other_schedules.py" />
            <source>Choose another n, or order "increasing".</source>
            <translation>请另选 n，或使用顺序 "increasing"。</translation>
        </message>
        <message>
            <location filename="core/plateau.py" />
            <source>A plateau schedule has no curve without a metric.</source>
            <translation>没有指标，平台期调度就没有曲线。</translation>
        </message>
        <message>
            <location filename="core/plateau.py" />
            <source>Give the metric of each epoch as params.metric, for example the validation loss.</source>
            <translation>请以 params.metric 给出每个 epoch 的指标，例如验证损失。</translation>
        </message>
        <message>
            <location filename="core/presets.py" />
            <source>Sampling</source>
            <translation>采样</translation>
        </message>
        <message>
            <location filename="core/presets.py" />
            <source>Tiny steps while the lowest features form; a large rate here would diverge.</source>
            <translation>以极小的步长形成最底层的特征；此时学习率过大就会发散。</translation>
        </message>
        <message>
            <location filename="core/presets.py" />
            <source>Warm-up</source>
            <translation>预热</translation>
        </message>
        <message>
            <location filename="core/presets.py" />
            <source>The rate rises exponentially to its peak: each day can overturn the last.</source>
            <translation>学习率以指数升到峰值：每一天都可能推翻前一天。</translation>
        </message>
        <message>
            <location filename="core/presets.py" />
            <source>Decay</source>
            <translation>衰减</translation>
        </message>
        <message>
            <location filename="core/presets.py" />
            <source>Shrinking steps settle what was found; they also fix it.</source>
            <translation>步长缩小，使已找到的东西稳定下来，也使它固定下来。</translation>
        </message>
        <message>
            <location filename="core/presets.py" />
            <source>Stagnation</source>
            <translation>停滞</translation>
        </message>
        <message>
            <location filename="core/presets.py" />
            <source>A rate near zero: loss no longer falls, and no wall can be crossed.</source>
            <translation>学习率接近零：损失不再下降，也越不过任何屏障。</translation>
        </message>
        <message>
            <location filename="core/presets.py" />
            <location filename="views/landscape_tab.py" />
            <source>Restart</source>
            <translation>重启</translation>
        </message>
        <message>
            <location filename="core/presets.py" />
            <source>The rate is raised again on purpose: short pain for a way out.</source>
            <translation>有意再次调大学习率：以短暂的痛苦换取出路。</translation>
        </message>
        <message>
            <location filename="core/range_test.py" />
            <source>A range test needs at least 5 pairs of learning rate and loss.</source>
            <translation>范围测试至少需要 5 对学习率与损失。</translation>
        </message>
        <message>
            <location filename="core/range_test.py" />
            <source>Log both at every update.</source>
            <translation>请在每次更新时同时记录两者。</translation>
        </message>
        <message>
            <location filename="core/range_test.py" />
            <source>The learning rates of a range test rise from above 0.</source>
            <translation>范围测试的学习率从大于 0 处开始上升。</translation>
        </message>
        <message>
            <location filename="core/range_test.py" />
            <source>This log does not; is it of an ordinary run?</source>
            <translation>这份日志并非如此；它来自普通训练吗？</translation>
        </message>
        <message>
            <location filename="core/registry.py" />
            <source>{library} has no schedule {name}.</source>
            <translation>{library} 没有调度 {name}。</translation>
        </message>
        <message>
            <location filename="core/registry.py" />
            <source>Did you mean {names}?</source>
            <translation>你是指 {names} 吗？</translation>
        </message>
        <message>
            <location filename="core/registry.py" />
            <source>The library {name} is not known.</source>
            <translation>不认识库 {name}。</translation>
        </message>
        <message>
            <location filename="core/sampling.py" />
            <source>The learning rate is not a finite number at update {update}.</source>
            <translation>第 {update} 次更新的学习率不是有限的数。</translation>
        </message>
        <message>
            <location filename="core/sampling.py" />
            <source>The learning rate is negative at update {update}.</source>
            <translation>第 {update} 次更新的学习率为负。</translation>
        </message>
        <message>
            <location filename="core/schedule.py" />
            <source>{library} raises {error}: {message}</source>
            <translation>{library} 抛出 {error}：{message}</translation>
        </message>
        <message>
            <location filename="core/spec.py" />
            <source>The schedule is not an object with named fields.</source>
            <translation>调度不是带有命名字段的对象。</translation>
        </message>
        <message>
            <location filename="core/spec.py" />
            <source>Write library, schedule, params, base_lr and steps.</source>
            <translation>请写出 library、schedule、params、base_lr 与 steps。</translation>
        </message>
        <message>
            <location filename="core/spec.py" />
            <source>The schedule has no {key}.</source>
            <translation>调度缺少 {key}。</translation>
        </message>
        <message>
            <location filename="core/spec.py" />
            <source>params is not an object with named fields.</source>
            <translation>params 不是带有命名字段的对象。</translation>
        </message>
        <message>
            <location filename="core/spec.py" />
            <source>Write each argument by its name.</source>
            <translation>请按名称写出每个参数。</translation>
        </message>
        <message>
            <location filename="core/spec.py" />
            <source>base_lr is {value}, not a number.</source>
            <translation>base_lr 为 {value}，不是数字。</translation>
        </message>
        <message>
            <location filename="core/spec.py" />
            <source>Give the optimizer's learning rate.</source>
            <translation>请给出优化器的学习率。</translation>
        </message>
        <message>
            <location filename="core/spec.py" />
            <source>steps is {value}.</source>
            <translation>steps 为 {value}。</translation>
        </message>
        <message>
            <location filename="core/spec.py" />
            <source>Give a whole number of updates from 1 to {most}.</source>
            <translation>请给出 1 到 {most} 的整数更新次数。</translation>
        </message>
        <message>
            <location filename="core/spec.py" />
            <source>The file is not valid JSON: {error}.</source>
            <translation>文件不是有效的 JSON：{error}。</translation>
        </message>
        <message>
            <location filename="core/timm_schedules.py" />
            <source>timm adds random noise drawn by torch here; the curve is shown without it.</source>
            <translation>timm 会在此加入由 torch 生成的随机噪声；曲线未包含噪声。</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>LR schedules</source>
            <translation>学习率调度</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Show the essay's five phases</source>
            <translation>显示文章的五个阶段</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Undo the change of the schedule</source>
            <translation>撤销对调度的更改</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Redo the change of the schedule</source>
            <translation>重做对调度的更改</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Save the schedule…</source>
            <translation>保存调度…</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Show the schedule's code</source>
            <translation>显示调度的代码</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <location filename="views/lint_tab.py" />
            <source>Check the schedule</source>
            <translation>检查调度</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Roll balls on a landscape</source>
            <translation>让小球在地形上滚动</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Run an LR range test</source>
            <translation>运行学习率范围测试</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Learning rates of every update</source>
            <translation>每次更新的学习率</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Schedule plot</source>
            <translation>调度图</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Schedule document</source>
            <translation>调度文档</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Learning rate</source>
            <translation>学习率</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Exact learning-rate schedules, and what they do to an optimiser</source>
            <translation>精确的学习率调度，以及它们对优化器的作用</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <location filename="views/panel.py" />
            <source>Learning-rate schedules</source>
            <translation>学习率调度</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Training logs</source>
            <translation>训练日志</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Scheduler code</source>
            <translation>调度器代码</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>learning-rate schedules: sample, export, import, lint, identify, score</source>
            <translation>学习率调度：采样、导出、导入、检查、识别、评分</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Run it with the panel's schedule</source>
            <translation>用面板中的调度运行</translation>
        </message>
        <message>
            <location filename="views/canvas.py" />
            <source>Difference to {name}, of the larger</source>
            <translation>与 {name} 之差，相对较大者</translation>
        </message>
        <message>
            <location filename="views/canvas.py" />
            <source>Learning-rate plot</source>
            <translation>学习率图</translation>
        </message>
        <message>
            <location filename="views/canvas.py" />
            <source>Arrow keys move the cursor, the bracket keys choose a handle, Ctrl with arrow keys moves it, Insert adds a point and Delete removes it.</source>
            <translation>方向键移动光标，方括号键选择控制点，Ctrl 加方向键移动控制点，Insert 添加点，Delete 删除点。</translation>
        </message>
        <message>
            <location filename="views/canvas.py" />
            <source>stable below 2/λ here</source>
            <translation>此处低于 2/λ 时稳定</translation>
        </message>
        <message>
            <location filename="views/canvas.py" />
            <source>epoch</source>
            <translation>epoch</translation>
        </message>
        <message>
            <location filename="views/canvas.py" />
            <source>tokens</source>
            <translation>token</translation>
        </message>
        <message>
            <location filename="views/canvas.py" />
            <location filename="views/controls.py" />
            <source>Essay: five phases</source>
            <translation>文章：五个阶段</translation>
        </message>
        <message>
            <location filename="views/canvas.py" />
            <source>no common updates</source>
            <translation>没有共同的更新</translation>
        </message>
        <message>
            <location filename="views/code_tab.py" />
            <source>Dialect</source>
            <translation>写法</translation>
        </message>
        <message>
            <location filename="views/code_tab.py" />
            <source>Read this code</source>
            <translation>读取此代码</translation>
        </message>
        <message>
            <location filename="views/code_tab.py" />
            <source>Back to the curve</source>
            <translation>恢复为曲线</translation>
        </message>
        <message>
            <location filename="views/code_tab.py" />
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <location filename="views/code_tab.py" />
            <source>Code; edit or paste, then read it</source>
            <translation>代码；编辑或粘贴后读取</translation>
        </message>
        <message>
            <location filename="views/code_tab.py" />
            <source>Copied.</source>
            <translation>已复制。</translation>
        </message>
        <message>
            <location filename="views/code_tab.py" />
            <source>Read: {title}</source>
            <translation>已读取：{title}</translation>
        </message>
        <message>
            <location filename="views/commands.py" />
            <source>Save schedule</source>
            <translation>保存调度</translation>
        </message>
        <message>
            <location filename="views/commands.py" />
            <source>Schedules (*.schedule.toml)</source>
            <translation>调度 (*.schedule.toml)</translation>
        </message>
        <message>
            <location filename="views/commands.py" />
            <source>There is no curve to export.</source>
            <translation>没有可导出的曲线。</translation>
        </message>
        <message>
            <location filename="views/commands.py" />
            <source>Choose a schedule first.</source>
            <translation>请先选择一个调度。</translation>
        </message>
        <message>
            <location filename="views/commands.py" />
            <source>{name} cannot be read.</source>
            <translation>无法读取 {name}。</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Schedule</source>
            <translation>调度</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Arguments…</source>
            <translation>参数…</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Compare</source>
            <translation>比较</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Length of the run</source>
            <translation>运行长度</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Horizontal axis</source>
            <translation>横轴</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Log</source>
            <translation>对数</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Logarithmic learning rate</source>
            <translation>学习率取对数</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>updates</source>
            <translation>次更新</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Updates</source>
            <translation>更新</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Epochs</source>
            <translation>Epoch</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Tokens</source>
            <translation>Token</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Edit the compared curve</source>
            <translation>编辑被比较的曲线</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Draw over this curve</source>
            <translation>按此曲线手绘</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Remove comparisons</source>
            <translation>移除比较</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>updates per epoch</source>
            <translation>次更新每 epoch</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>tokens per update</source>
            <translation>token 每次更新</translation>
        </message>
        <message>
            <location filename="views/landscape_tab.py" />
            <location filename="views/panel.py" />
            <source>Landscape</source>
            <translation>地形</translation>
        </message>
        <message>
            <location filename="views/landscape_tab.py" />
            <source>Optimiser</source>
            <translation>优化器</translation>
        </message>
        <message>
            <location filename="views/landscape_tab.py" />
            <source>Gradient noise sigma</source>
            <translation>梯度噪声 sigma</translation>
        </message>
        <message>
            <location filename="views/landscape_tab.py" />
            <source>Batch size</source>
            <translation>批大小</translation>
        </message>
        <message>
            <location filename="views/landscape_tab.py" />
            <source>Play</source>
            <translation>播放</translation>
        </message>
        <message>
            <location filename="views/landscape_tab.py" />
            <source>Roll again with other noise</source>
            <translation>换一组噪声重新滚动</translation>
        </message>
        <message>
            <location filename="views/landscape_tab.py" />
            <source>Update of the run</source>
            <translation>运行中的更新</translation>
        </message>
        <message>
            <location filename="views/landscape_tab.py" />
            <source>Noise sigma</source>
            <translation>噪声 sigma</translation>
        </message>
        <message>
            <location filename="views/landscape_tab.py" />
            <source>Roll balls</source>
            <translation>让小球滚动</translation>
        </message>
        <message>
            <location filename="views/landscape_tab.py" />
            <source>{share} ± {error} of {runs} balls end in the basin of the global minimum.</source>
            <translation>{runs} 个小球中有 {share} ± {error} 停在全局最小值的盆地中。</translation>
        </message>
        <message>
            <location filename="views/landscape_tab.py" />
            <source>Momentum</source>
            <translation>动量</translation>
        </message>
        <message>
            <location filename="views/landscape_tab.py" />
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
        <message>
            <location filename="views/landscape_view.py" />
            <source>Loss landscape with balls</source>
            <translation>带小球的损失地形</translation>
        </message>
        <message>
            <location filename="views/lint_tab.py" />
            <source>Linter's messages</source>
            <translation>检查结果</translation>
        </message>
        <message>
            <location filename="views/lint_tab.py" />
            <source>Update</source>
            <translation>更新</translation>
        </message>
        <message>
            <location filename="views/lint_tab.py" />
            <source>Message</source>
            <translation>说明</translation>
        </message>
        <message>
            <location filename="views/lint_tab.py" />
            <source>What to do</source>
            <translation>处理办法</translation>
        </message>
        <message>
            <location filename="views/lint_tab.py" />
            <source>Nothing found: the schedule does what its arguments say.</source>
            <translation>未发现问题：该调度与其参数所说的一致。</translation>
        </message>
        <message>
            <location filename="views/lint_tab.py" />
            <source>{count} messages; choose one to see its update.</source>
            <translation>{count} 条结果；选择一条可查看其所在的更新。</translation>
        </message>
        <message>
            <location filename="views/logs_tab.py" />
            <source>Show this schedule</source>
            <translation>显示此调度</translation>
        </message>
        <message>
            <location filename="views/logs_tab.py" />
            <source>Open log…</source>
            <translation>打开日志…</translation>
        </message>
        <message>
            <location filename="views/logs_tab.py" />
            <source>Logged losses</source>
            <translation>记录的损失</translation>
        </message>
        <message>
            <location filename="views/logs_tab.py" />
            <source>step</source>
            <translation>步</translation>
        </message>
        <message>
            <location filename="views/logs_tab.py" />
            <location filename="views/range_tab.py" />
            <source>loss</source>
            <translation>损失</translation>
        </message>
        <message>
            <location filename="views/logs_tab.py" />
            <source>Open log</source>
            <translation>打开日志</translation>
        </message>
        <message>
            <location filename="views/logs_tab.py" />
            <source>Logs (*.csv *.json *tfevents*);;All files (*)</source>
            <translation>日志 (*.csv *.json *tfevents*);;所有文件 (*)</translation>
        </message>
        <message>
            <location filename="views/logs_tab.py" />
            <source>Read {name}</source>
            <translation>读取 {name}</translation>
        </message>
        <message>
            <location filename="views/logs_tab.py" />
            <source>{format}: {title} {params}, base rate {base}, offset {offset}, largest error {error}</source>
            <translation>{format}：{title} {params}，基础学习率 {base}，偏移 {offset}，最大误差 {error}</translation>
        </message>
        <message>
            <location filename="views/logs_tab.py" />
            <source>No log yet</source>
            <translation>还没有日志</translation>
        </message>
        <message>
            <location filename="views/logs_tab.py" />
            <source>Open a TensorBoard event file, trainer_state.json or CSV: its learning rate is drawn over the plot and its schedule is named.</source>
            <translation>打开 TensorBoard 事件文件、trainer_state.json 或 CSV：其学习率会画在图上，并给出其调度的名称。</translation>
        </message>
        <message>
            <location filename="views/logs_tab.py" />
            <source>Nearest, not certain.</source>
            <translation>最接近，但不确定。</translation>
        </message>
        <message>
            <location filename="views/panel.py" />
            <source>Tools</source>
            <translation>工具</translation>
        </message>
        <message>
            <location filename="views/panel.py" />
            <source>Code</source>
            <translation>代码</translation>
        </message>
        <message>
            <location filename="views/panel.py" />
            <source>Linter</source>
            <translation>检查</translation>
        </message>
        <message>
            <location filename="views/panel.py" />
            <source>Score</source>
            <translation>评分</translation>
        </message>
        <message>
            <location filename="views/panel.py" />
            <source>Logs</source>
            <translation>日志</translation>
        </message>
        <message>
            <location filename="views/panel.py" />
            <source>Range test</source>
            <translation>范围测试</translation>
        </message>
        <message>
            <location filename="views/parameters.py" />
            <source>Arguments of {title}</source>
            <translation>{title} 的参数</translation>
        </message>
        <message>
            <location filename="views/parameters.py" />
            <source>Optimizer's learning rate</source>
            <translation>优化器的学习率</translation>
        </message>
        <message>
            <location filename="views/parameters.py" />
            <source>default</source>
            <translation>默认</translation>
        </message>
        <message>
            <location filename="views/parameters.py" />
            <source>The optimizer's learning rate is not a number.</source>
            <translation>优化器的学习率不是数字。</translation>
        </message>
        <message>
            <location filename="views/range_tab.py" />
            <source>Run again</source>
            <translation>再次运行</translation>
        </message>
        <message>
            <location filename="views/range_tab.py" />
            <source>Read the open log</source>
            <translation>读取已打开的日志</translation>
        </message>
        <message>
            <location filename="views/range_tab.py" />
            <source>Loss against learning rate</source>
            <translation>损失随学习率的变化</translation>
        </message>
        <message>
            <location filename="views/range_tab.py" />
            <source>learning rate</source>
            <translation>学习率</translation>
        </message>
        <message>
            <location filename="views/range_tab.py" />
            <source>it did not diverge</source>
            <translation>没有发散</translation>
        </message>
        <message>
            <location filename="views/range_tab.py" />
            <source>it diverges at {lr}</source>
            <translation>在 {lr} 处发散</translation>
        </message>
        <message>
            <location filename="views/range_tab.py" />
            <source>A 64-32-10 network on drawn digits: the loss falls fastest at {steepest}, its minimum ÷ 10 is {ten}, {end}.</source>
            <translation>用手绘数字训练 64-32-10 网络：损失在 {steepest} 处下降最快，最小值 ÷ 10 为 {ten}，{end}。</translation>
        </message>
        <message>
            <location filename="views/range_tab.py" />
            <source>The log has no loss.</source>
            <translation>日志中没有损失。</translation>
        </message>
        <message>
            <location filename="views/range_tab.py" />
            <source>Open a log with a loss column.</source>
            <translation>请打开含损失列的日志。</translation>
        </message>
        <message>
            <location filename="views/range_tab.py" />
            <source>minimum ÷ 10</source>
            <translation>最小值 ÷ 10</translation>
        </message>
        <message>
            <location filename="views/range_tab.py" />
            <source>steepest</source>
            <translation>最陡处</translation>
        </message>
        <message>
            <location filename="views/range_tab.py" />
            <source>each update</source>
            <translation>每次更新</translation>
        </message>
        <message>
            <location filename="views/range_tab.py" />
            <source>smoothed</source>
            <translation>平滑后</translation>
        </message>
        <message>
            <location filename="views/readout.py" />
            <source>Values at the cursor</source>
            <translation>光标处的值</translation>
        </message>
        <message>
            <location filename="views/readout.py" />
            <source>Sum of learning rates</source>
            <translation>学习率之和</translation>
        </message>
        <message>
            <location filename="views/readout.py" />
            <source>update {k}</source>
            <translation>第 {k} 次更新</translation>
        </message>
        <message>
            <location filename="views/readout.py" />
            <source>epoch {epoch}</source>
            <translation>epoch {epoch}</translation>
        </message>
        <message>
            <location filename="views/readout.py" />
            <source>LR {lr}</source>
            <translation>学习率 {lr}</translation>
        </message>
        <message>
            <location filename="views/readout.py" />
            <source>momentum {momentum}</source>
            <translation>动量 {momentum}</translation>
        </message>
        <message>
            <location filename="views/readout.py" />
            <source>sum of LR {sum} ({share})</source>
            <translation>学习率之和 {sum}（{share}）</translation>
        </message>
        <message>
            <location filename="views/score_tab.py" />
            <source>Use the best base rate</source>
            <translation>使用最佳基础学习率</translation>
        </message>
        <message>
            <location filename="views/score_tab.py" />
            <source>The factor that is best on the noisy quadratic with curvature 1</source>
            <translation>在曲率为 1 的噪声二次函数上最佳的倍率</translation>
        </message>
        <message>
            <location filename="views/score_tab.py" />
            <source>Optimise this schedule</source>
            <translation>优化此调度</translation>
        </message>
        <message>
            <location filename="views/score_tab.py" />
            <source>Weights of the updates in AdamW's average</source>
            <translation>各次更新在 AdamW 平均中的权重</translation>
        </message>
        <message>
            <location filename="views/score_tab.py" />
            <source>share in the final weights</source>
            <translation>在最终权重中的份额</translation>
        </message>
        <message>
            <location filename="views/score_tab.py" />
            <source>Score the schedule</source>
            <translation>为调度评分</translation>
        </message>
        <message>
            <location filename="views/score_tab.py" />
            <source>Optimise the schedule</source>
            <translation>优化调度</translation>
        </message>
        <message>
            <location filename="views/score_tab.py" />
            <source>Noisy quadratic, tuned, over its floor</source>
            <translation>噪声二次函数，取最佳倍率，与下界之比</translation>
        </message>
        <message>
            <location filename="views/score_tab.py" />
            <source>Best factor on these rates there</source>
            <translation>这些学习率在其上的最佳倍率</translation>
        </message>
        <message>
            <location filename="views/score_tab.py" />
            <source>Convex bound</source>
            <translation>凸优化上界</translation>
        </message>
        <message>
            <location filename="views/score_tab.py" />
            <source>Predicted loss of a 25M LLM</source>
            <translation>25M 大语言模型的预测损失</translation>
        </message>
        <message>
            <location filename="views/score_tab.py" />
            <source>Updates that make half of AdamW's weights</source>
            <translation>构成 AdamW 一半权重的更新数</translation>
        </message>
        <message>
            <location filename="views/score_tab.py" />
            <source>The floor 1/(T + 1) is proven: no schedule is below it.</source>
            <translation>下界 1/(T + 1) 已被证明：没有调度能低于它。</translation>
        </message>
        <message>
            <location filename="views/score_tab.py" />
            <source>Known for peaks of 3e-5 to 3e-4 and 5,000 to 24,000 updates.</source>
            <translation>适用于峰值 3e-5 到 3e-4、5,000 到 24,000 次更新。</translation>
        </message>
        <message>
            <location filename="views/score_tab.py" />
            <source>Weight decay {decay}.</source>
            <translation>权重衰减 {decay}。</translation>
        </message>
        <message>
            <location filename="__init__.py" />
            <source>LR-schedule visualiser: exact schedules and what they do to an optimiser.</source>
            <translation>学习率调度可视化：精确的调度曲线，以及它们对优化器的影响。</translation>
        </message>
    </context>
</TS>
