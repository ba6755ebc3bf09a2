<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>pixelwatt_power</name>
        <message>
            <location filename="claims.py" />
            <source>650 − 480 = 170 W (+{watts} %); 49 − 45 = 4 FPS (+{fps} %, the essay says 8). Each further frame per second costs {marginal} W; a native one costs {average} J.</source>
            <translation>650 − 480 = 170 W（+{watts} %）；49 − 45 = 4 FPS（+{fps} %，文中写作 8）。每多 1 FPS 要多花 {marginal} W；原生渲染每帧只要 {average} J。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>220 / 480 = {watts} ({less} % less); 140 / 45 = {fps} times. By the table's own numbers both hold; whether one card did both at once is another claim.</source>
            <translation>220 / 480 = {watts}（少 {less} %）；140 / 45 = {fps} 倍。按表中数字两者都成立；但同一块卡能否同时做到，是另一条论断。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>RTX 4060 Ti, native 4K to Ultra Performance. Uncapped, {games} games: GPU watts × {watts} ({low} to {high}), FPS × {fps}; CPU and GPU together × {all}. Capped at 30 FPS, {held_games} games: watts × {held}, FPS × 1. No uncapped pair reaches the essay's × 0.46 and × 3.1 at once: either the watts fall or the frames rise. One GPU-bound card; a faster card that waits for its CPU at 720p would save more.</source>
            <translation>RTX 4060 Ti，原生 4K 对比超级性能档。不锁帧，{games} 款游戏：GPU 功耗 × {watts}（{low} 至 {high}），FPS × {fps}；CPU 与 GPU 合计 × {all}。锁 30 FPS，{held_games} 款游戏：功耗 × {held}，FPS × 1。没有一组不锁帧的数据能同时达到文中的 × 0.46 与 × 3.1：要么功耗下降，要么帧数上升。这只是一块受限于 GPU 的卡；更快的卡在 720p 下等待 CPU，会省得更多。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>{pairs} pairs on this machine: watts {a_watts} → {b_watts} (× {watts}), FPS {a_fps} → {b_fps} (× {fps}); the essay: × 0.46 and × 3.1 at once.</source>
            <translation>本机 {pairs} 对：功耗 {a_watts} → {b_watts}（× {watts}），FPS {a_fps} → {b_fps}（× {fps}）；文中：同时 × 0.46 与 × 3.1。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>Rows above 120 FPS were not held to the target. {rows}. Whether a limit was set is not said, so the watts belong to another experiment than the title's.</source>
            <translation>超过 120 FPS 的行并没有锁在目标帧率。{rows}。文中没有说明是否锁帧，所以这些功耗属于与标题不同的另一个实验。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>1 / 1.5, 1 / 1.7, 1 / 2, 1 / 3 = {linear}: these are shares of the width (1 / 1.7 is no 58.0 %). Shares of pixels are their squares: {pixels}. Hyper Performance, 6 to 9 times: not 16 to 11 % of the pixels but {most} to {least} %.</source>
            <translation>1 / 1.5、1 / 1.7、1 / 2、1 / 3 = {linear}：这是宽度之比（1 / 1.7 也不是 58.0 %）。像素之比是它们的平方：{pixels}。极限性能 6 至 9 倍：不是 16 至 11 % 的像素，而是 {most} 至 {least} %。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>400 materials of three 4096² textures: {textures} GiB with mip bias {bias}, native or upscaled alike. Render targets shrink from {native} to {upscaled} GiB: {saved} % of the total. Set your own in Planners.</source>
            <translation>400 套材质，每套三张 4096² 贴图：mip 偏移 {bias} 时占 {textures} GiB，原生与超分相同。渲染目标从 {native} 缩到 {upscaled} GiB：只占总量的 {saved} %。可在“规划”里换成自己的数字。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>log2(1280 / 3840) = {bias}: negative, but by one and a half levels; upscalers ask for this, less up to 1 more, as a matter of course.</source>
            <translation>log2(1280 / 3840) = {bias}：确实为负，但只有约一级半；超分算法照例都要求这样设置，最多再减 1。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>Size falls by the ratio of neural to block compression for the materials that use it. No shipped game states that ratio; with the 4 times set in Planners, 10 GiB become 2.5.</source>
            <translation>体积按神经压缩与块压缩之比缩小，且只对采用它的材质有效。尚无上市游戏公布这个比值；按“规划”里的 4 倍，10 GiB 变为 2.5 GiB。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>10 W × 4 h = {low} Wh to 12 W × 5 h = {high} Wh. A 50 Wh battery gives 50 / 12 = {short} to 50 / 10 = {long} h; one of 40 Wh 3.3 to 4.0 h.</source>
            <translation>10 W × 4 h = {low} Wh，12 W × 5 h = {high} Wh。50 Wh 电池可用 50 / 12 = {short} 至 50 / 10 = {long} 小时；40 Wh 为 3.3 至 4.0 小时。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>5 + 5 = 10 W to 5 + 8 = 13 W before screen, memory and all else: of 10 to 12 W that leaves {worst} to {best} W. The good news and the bad news cannot both be had with Model L.</source>
            <translation>5 + 5 = 10 W 到 5 + 8 = 13 W，还没算屏幕、内存和其他：10 至 12 W 里只剩 {worst} 至 {best} W。用 Model L 时，好消息与坏消息不可兼得。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>Frames per joule rise {low} times at 720p and {high} times at 240p by the table; only the latter is an order of magnitude, and energy is only a part of the cost. With machines costing the same, the rest is not lowered by it.</source>
            <translation>按表中数字，每焦耳帧数在 720p 提高到 {low} 倍，在 240p 提高到 {high} 倍；只有后者够一个数量级，而能耗只是成本的一部分。机器价格不变，其余成本不会因此下降。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>rounded</source>
            <translation>四舍五入</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>cut off, rounds to {value}</source>
            <translation>被截断，应为 {value}</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>neither rounded nor cut off</source>
            <translation>既非舍入也非截断</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>{cut} of {all} values are cut off while the others are rounded: one column, two rules.</source>
            <translation>{all} 个数值中有 {cut} 个被截断，其余四舍五入：同一列用了两种规则。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>{title}: {watts} W at 120 FPS with the same J/frame</source>
            <translation>{title}：若每帧焦耳不变，120 FPS 时为 {watts} W</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>Measure it in turns (A/B)</source>
            <translation>轮流测量（A/B）</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>Session {number} in {file}</source>
            <translation>会话 {number}，保存在 {file}</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>a capture</source>
            <translation>一个捕获文件</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>print one JSON document</source>
            <translation>输出一个 JSON 文档</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>every process and swap chain, not the game's only</source>
            <translation>列出每个进程和交换链，而不只是游戏</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>add bounds, displayed frames and the other streams under "detail"</source>
            <translation>在 "detail" 下附上误差、显示帧和其他流</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <location filename="core/number_text.py" />
            <location filename="views/captures_model.py" />
            <location filename="views/essay_page.py" />
            <location filename="views/planners_page.py" />
            <location filename="views/sessions_page.py" />
            <source>unknown</source>
            <translation>未知</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>average: {value}</source>
            <translation>平均：{value}</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>1 % low: {value}</source>
            <translation>1 % 低帧：{value}</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>energy per frame: {value}</source>
            <translation>每帧能量：{value}</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>where the kernel's sysfs is mounted (a container may have the host's elsewhere)</source>
            <translation>内核 sysfs 的挂载位置（容器里可能把宿主机的挂在别处）</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>how long to record</source>
            <translation>记录多久</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>the database to add the session to (default: a new file in this folder)</source>
            <translation>把会话写入哪个数据库（默认：当前文件夹中的新文件）</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>the session's name</source>
            <translation>会话名称</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>--seconds must be above 0 and at most 30 days.</source>
            <translation>--seconds 必须大于 0，且不超过 30 天。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>For example: --seconds 60</source>
            <translation>例如：--seconds 60</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <location filename="meter_service.py" />
            <source>No power sensor of this machine can be read.</source>
            <translation>本机没有可读取的功耗传感器。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>See what is missing with: pixelwatt sensors</source>
            <translation>缺什么可用此命令查看：pixelwatt sensors</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>The recording ended early: {error}.</source>
            <translation>记录提前结束：{error}。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>What was written until then is in {file}.</source>
            <translation>此前写入的内容在 {file} 里。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>power: {value}</source>
            <translation>功耗：{value}</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>Stopped early; the session is kept.</source>
            <translation>提前停止；会话已保留。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>unknown application</source>
            <translation>未知程序</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>{name}: unknown, {count} implausible samples were dropped</source>
            <translation>{name}：未知，略去了 {count} 个不可信的读数</translation>
        </message>
        <message>
            <location filename="core/capture_report.py" />
            <source>No frame time of this run can be used.</source>
            <translation>这次运行没有可用的帧时间。</translation>
        </message>
        <message>
            <location filename="core/capture_report.py" />
            <source>The logged frames cover {percent} % of the time: the log samples frames, so lows and stutter are statistically thin, and energy per frame is watts over FPS.</source>
            <translation>记录的帧只覆盖了 {percent} % 的时间：日志只是抽样，低帧与卡顿的统计样本很少，每帧能量按功耗除以 FPS 计算。</translation>
        </message>
        <message>
            <location filename="core/capture_report.py" />
            <source>{frames} frames are too few for a 1 % low (100 or more); it is the slowest frame.</source>
            <translation>{frames} 帧太少，不足以计算 1 % 低帧（至少 100 帧）；给出的是最慢的一帧。</translation>
        </message>
        <message>
            <location filename="core/capture_report.py" />
            <source>No GPU power was logged: energy is of the scope {scope}.</source>
            <translation>没有记录 GPU 功耗：能量的范围是 {scope}。</translation>
        </message>
        <message>
            <location filename="core/capture_report.py" />
            <source>{frames} frames are too few for a 0.1 % low (1000 or more).</source>
            <translation>{frames} 帧太少，不足以计算 0.1 % 低帧（至少 1000 帧）。</translation>
        </message>
        <message>
            <location filename="core/captures/afterburner.py" />
            <source>A log of one row for each polling period: frames between the rows are not in it, so percentiles and lows are unknown.</source>
            <translation>这种日志每个轮询周期只有一行：行与行之间的帧不在其中，因此百分位和低帧都是未知的。</translation>
        </message>
        <message>
            <location filename="core/captures/afterburner.py" />
            <location filename="core/captures/capframex.py" />
            <location filename="core/captures/mangohud.py" />
            <location filename="core/captures/presentmon.py" />
            <source>GPU, by its driver</source>
            <translation>GPU，由驱动报告</translation>
        </message>
        <message>
            <location filename="core/captures/afterburner.py" />
            <location filename="core/captures/capframex.py" />
            <location filename="core/captures/frameview.py" />
            <location filename="core/captures/mangohud.py" />
            <location filename="core/captures/presentmon.py" />
            <location filename="core/scopes.py" />
            <location filename="core/sensors/emi.py" />
            <location filename="core/sensors/rapl.py" />
            <location filename="views/live_page.py" />
            <source>CPU package</source>
            <translation>CPU 封装</translation>
        </message>
        <message>
            <location filename="core/captures/afterburner.py" />
            <source>{file} holds no measurements of Afterburner.</source>
            <translation>{file} 里没有 Afterburner 的测量数据。</translation>
        </message>
        <message>
            <location filename="core/captures/afterburner.py" />
            <source>Turn on logging for Framerate and Power, then log again.</source>
            <translation>请打开 Framerate 和 Power 的记录，然后重新记录。</translation>
        </message>
        <message>
            <location filename="core/captures/afterburner.py" />
            <location filename="core/captures/table.py" />
            <source>{count} rows are cut short and were left out.</source>
            <translation>{count} 行不完整，已略去。</translation>
        </message>
        <message>
            <location filename="core/captures/afterburner.py" />
            <source>Power was logged in percent of the card's limit, not in watts.</source>
            <translation>功率记录的是显卡功耗上限的百分比，而不是瓦数。</translation>
        </message>
        <message>
            <location filename="core/captures/afterburner.py" />
            <source>{count} rows without a frame rate (menu, desktop) were left out.</source>
            <translation>{count} 行没有帧率（菜单、桌面），已略去。</translation>
        </message>
        <message>
            <location filename="core/captures/capframex.py" />
            <location filename="core/captures/frameview.py" />
            <location filename="core/captures/mangohud.py" />
            <source>battery, whole machine</source>
            <translation>电池，整机</translation>
        </message>
        <message>
            <location filename="core/captures/capframex.py" />
            <source>GPU, measured at its plugs</source>
            <translation>GPU，在供电接口处实测</translation>
        </message>
        <message>
            <location filename="core/captures/capframex.py" />
            <source>CPU, measured at its plugs</source>
            <translation>CPU，在供电接口处实测</translation>
        </message>
        <message>
            <location filename="core/captures/capframex.py" />
            <source>An external meter measured {watts} W of {scope} where the sensor says {other} W.</source>
            <translation>外接功率计测得 {scope} 为 {watts} W，传感器读数则为 {other} W。</translation>
        </message>
        <message>
            <location filename="core/captures/capframex.py" />
            <source>{file} is JSON without CapFrameX's list of runs.</source>
            <translation>{file} 是 JSON，但没有 CapFrameX 的运行列表。</translation>
        </message>
        <message>
            <location filename="core/captures/capframex.py" />
            <source>Open a session file that CapFrameX wrote.</source>
            <translation>请打开 CapFrameX 写出的会话文件。</translation>
        </message>
        <message>
            <location filename="core/captures/capframex.py" />
            <source>{file} has no run with frame times.</source>
            <translation>{file} 里没有带帧时间的运行。</translation>
        </message>
        <message>
            <location filename="core/captures/capframex.py" />
            <source>Open a session in which CapFrameX captured frames.</source>
            <translation>请打开 CapFrameX 捕获过帧的会话。</translation>
        </message>
        <message>
            <location filename="core/captures/capframex.py" />
            <source>{file} is not complete JSON: {error}.</source>
            <translation>{file} 不是完整的 JSON：{error}。</translation>
        </message>
        <message>
            <location filename="core/captures/capframex.py" />
            <source>Copy the file again from CapFrameX's capture folder.</source>
            <translation>请从 CapFrameX 的捕获文件夹重新复制该文件。</translation>
        </message>
        <message>
            <location filename="core/captures/frames.py" />
            <source>{application} (process {process}, swap chain {chain}): {frames} frames</source>
            <translation>{application}（进程 {process}，交换链 {chain}）：{frames} 帧</translation>
        </message>
        <message>
            <location filename="core/captures/frames.py" />
            <source>{others} other streams in the file; shown: {chosen}</source>
            <translation>文件中另有 {others} 个流；当前显示：{chosen}</translation>
        </message>
        <message>
            <location filename="core/captures/frames.py" />
            <source>{count} frame times are not numbers and were left out.</source>
            <translation>{count} 个帧时间不是数字，已略去。</translation>
        </message>
        <message>
            <location filename="core/captures/frames.py" />
            <source>{count} negative frame times were left out.</source>
            <translation>{count} 个帧时间为负，已略去。</translation>
        </message>
        <message>
            <location filename="core/captures/frames.py" />
            <source>{count} frame times of zero were left out.</source>
            <translation>{count} 个帧时间为零，已略去。</translation>
        </message>
        <message>
            <location filename="core/captures/frames.py" />
            <source>{count} frame times above ten minutes were left out as garbage.</source>
            <translation>{count} 个帧时间超过十分钟，视为垃圾数据，已略去。</translation>
        </message>
        <message>
            <location filename="core/captures/frameview.py" />
            <source>PCAT, measured at the card's plugs</source>
            <translation>PCAT，在显卡供电接口上实测</translation>
        </message>
        <message>
            <location filename="core/captures/frameview.py" />
            <source>GPU board, by the driver</source>
            <translation>GPU 整卡，由驱动报告</translation>
        </message>
        <message>
            <location filename="core/captures/frameview.py" />
            <source>AMD driver's reading, chip or board by generation</source>
            <translation>AMD 驱动读数，按代不同为芯片或整卡</translation>
        </message>
        <message>
            <location filename="core/captures/frameview.py" />
            <location filename="core/captures/summaries.py" />
            <source>A summary: only the figures that {tool} printed are known.</source>
            <translation>这是摘要：只知道 {tool} 打印出来的数字。</translation>
        </message>
        <message>
            <location filename="core/captures/frameview.py" />
            <source>{file} has no FrameView header.</source>
            <translation>{file} 没有 FrameView 的表头。</translation>
        </message>
        <message>
            <location filename="core/captures/frameview.py" />
            <source>{file} lacks FrameView's Application, ProcessID or SwapChainAddress.</source>
            <translation>{file} 缺少 FrameView 的 Application、ProcessID 或 SwapChainAddress 列。</translation>
        </message>
        <message>
            <location filename="core/captures/frameview.py" />
            <source>Open the file that ends in _Log.csv as FrameView wrote it.</source>
            <translation>请打开 FrameView 写出的、以 _Log.csv 结尾的文件。</translation>
        </message>
        <message>
            <location filename="core/captures/frameview.py" />
            <location filename="core/captures/mangohud.py" />
            <location filename="core/captures/presentmon.py" />
            <source>{file} has a header but no frames.</source>
            <translation>{file} 只有表头，没有帧。</translation>
        </message>
        <message>
            <location filename="core/captures/frameview.py" />
            <location filename="core/captures/presentmon.py" />
            <source>Capture again while the game is presenting.</source>
            <translation>请在游戏出帧时重新捕获。</translation>
        </message>
        <message>
            <location filename="core/captures/frameview.py" />
            <location filename="core/captures/presentmon.py" />
            <source>{count} display times are garbage (2^64) and were left out.</source>
            <translation>{count} 个显示时间是垃圾数据（2^64），已略去。</translation>
        </message>
        <message>
            <location filename="core/captures/frameview.py" />
            <source>{dropped} of {all} presented frames were dropped: FPS counts presents, the screen showed {shown}. Frame generation is counted as presents by FrameView.</source>
            <translation>提交的 {all} 帧中有 {dropped} 帧被丢弃：FPS 按提交计算，屏幕实际显示 {shown} 帧。FrameView 把生成帧也算作提交。</translation>
        </message>
        <message>
            <location filename="core/captures/frameview.py" />
            <source>{file} is a FrameView summary without a run.</source>
            <translation>{file} 是没有任何运行的 FrameView 摘要。</translation>
        </message>
        <message>
            <location filename="core/captures/frameview.py" />
            <source>FrameView adds a row when a capture ends; open its _Log.csv instead.</source>
            <translation>FrameView 在捕获结束时才追加一行；请改开它的 _Log.csv。</translation>
        </message>
        <message>
            <location filename="core/captures/frameview.py" />
            <source>FrameView cuts watts to whole numbers twice: the true mean GPU power is up to 2 W higher. Its _Log.csv gives more.</source>
            <translation>FrameView 两次把瓦数截成整数：真实的 GPU 平均功耗最多高 2 W。它的 _Log.csv 更精确。</translation>
        </message>
        <message>
            <location filename="core/captures/mangohud.py" />
            <source>{file} has no MangoHud header.</source>
            <translation>{file} 没有 MangoHud 表头。</translation>
        </message>
        <message>
            <location filename="core/captures/mangohud.py" />
            <source>One of its first lines must begin with fps,frametime.</source>
            <translation>开头几行中必须有一行以 fps,frametime 开始。</translation>
        </message>
        <message>
            <location filename="core/captures/mangohud.py" />
            <source>{file} was logged by MangoHud before 0.6, which kept no frame times.</source>
            <translation>{file} 由 0.6 之前的 MangoHud 记录，当时还不保存帧时间。</translation>
        </message>
        <message>
            <location filename="core/captures/mangohud.py" />
            <source>Log again with a newer MangoHud.</source>
            <translation>请用较新的 MangoHud 重新记录。</translation>
        </message>
        <message>
            <location filename="core/captures/mangohud.py" />
            <source>Log again with MangoHud while the game runs.</source>
            <translation>请在游戏运行时用 MangoHud 重新记录。</translation>
        </message>
        <message>
            <location filename="core/captures/mangohud.py" />
            <location filename="core/captures/presentmon.py" />
            <source>The log's clock runs backwards {count} times.</source>
            <translation>日志的时钟倒退了 {count} 次。</translation>
        </message>
        <message>
            <location filename="core/captures/mangohud.py" />
            <source>CPU power is 0 throughout: MangoHud could not read it (RAPL is for root only).</source>
            <translation>CPU 功耗始终为 0：MangoHud 读不到它（RAPL 只允许 root 读取）。</translation>
        </message>
        <message>
            <location filename="core/captures/open.py" />
            <source>{file} is no capture that Pixelwatt knows.</source>
            <translation>{file} 不是 Pixelwatt 认识的捕获文件。</translation>
        </message>
        <message>
            <location filename="core/captures/open.py" />
            <source>It reads PresentMon, OCAT, CapFrameX, FrameView, MangoHud and MSI Afterburner.</source>
            <translation>支持 PresentMon、OCAT、CapFrameX、FrameView、MangoHud 和 MSI Afterburner。</translation>
        </message>
        <message>
            <location filename="core/captures/power_columns.py" />
            <source>{count} implausible {scope} power samples were left out.</source>
            <translation>{count} 个不可信的 {scope} 功耗样本已略去。</translation>
        </message>
        <message>
            <location filename="core/captures/presentmon.py" />
            <source>{file} has no PresentMon header.</source>
            <translation>{file} 没有 PresentMon 表头。</translation>
        </message>
        <message>
            <location filename="core/captures/presentmon.py" />
            <source>Its first lines must name a column MsBetweenPresents or FrameTime.</source>
            <translation>开头几行必须有名为 MsBetweenPresents 或 FrameTime 的列。</translation>
        </message>
        <message>
            <location filename="core/captures/presentmon.py" />
            <source>No frame is marked as the application's own: all are counted.</source>
            <translation>没有一帧被标为应用程序自己渲染：全部计入。</translation>
        </message>
        <message>
            <location filename="core/captures/presentmon.py" />
            <source>Frame generation made {made} of {all} presented frames. FPS counts only the {rendered} that the application rendered.</source>
            <translation>提交的 {all} 帧中有 {made} 帧由帧生成产生。FPS 只计算程序自己渲染的 {rendered} 帧。</translation>
        </message>
        <message>
            <location filename="core/captures/source.py" />
            <source>{file} is empty.</source>
            <translation>{file} 是空的。</translation>
        </message>
        <message>
            <location filename="core/captures/source.py" />
            <source>The tool may have stopped before its first frame; capture again.</source>
            <translation>工具可能在第一帧之前就停止了；请重新捕获。</translation>
        </message>
        <message>
            <location filename="core/captures/source.py" />
            <source>{file} is a binary file, not a capture.</source>
            <translation>{file} 是二进制文件，不是捕获文件。</translation>
        </message>
        <message>
            <location filename="core/captures/source.py" />
            <source>Open the CSV, JSON or .hml file that the capture tool wrote.</source>
            <translation>请打开捕获工具写出的 CSV、JSON 或 .hml 文件。</translation>
        </message>
        <message>
            <location filename="core/captures/source.py" />
            <source>{file} is larger than 1 GiB and must be read whole.</source>
            <translation>{file} 超过 1 GiB，而它必须整个读入。</translation>
        </message>
        <message>
            <location filename="core/captures/source.py" />
            <source>Shorten the capture, or export it as plain CSV.</source>
            <translation>请缩短捕获，或导出为普通 CSV。</translation>
        </message>
        <message>
            <location filename="core/captures/source.py" />
            <source>{file} cannot be read: {reason}.</source>
            <translation>{file} 无法读取：{reason}。</translation>
        </message>
        <message>
            <location filename="core/captures/source.py" />
            <source>Check the path and its permissions.</source>
            <translation>请检查路径和权限。</translation>
        </message>
        <message>
            <location filename="core/captures/source.py" />
            <source>{file} holds a line of more than 64 MiB.</source>
            <translation>{file} 有一行超过 64 MiB。</translation>
        </message>
        <message>
            <location filename="core/captures/source.py" />
            <source>This is no capture; open the file that the capture tool wrote.</source>
            <translation>这不是捕获文件；请打开捕获工具写出的文件。</translation>
        </message>
        <message>
            <location filename="core/captures/summaries.py" />
            <source>{file} is no summary of a known tool.</source>
            <translation>{file} 不是已知工具的摘要。</translation>
        </message>
        <message>
            <location filename="core/captures/summaries.py" />
            <source>{file} is a summary of {tool} without values.</source>
            <translation>{file} 是 {tool} 的摘要，但没有数值。</translation>
        </message>
        <message>
            <location filename="core/captures/summaries.py" />
            <source>Open the log that it was made from.</source>
            <translation>请打开生成它的日志。</translation>
        </message>
        <message>
            <location filename="core/captures/table.py" />
            <source>{count} rows of {file} hold more cells than its header names, as numbers with decimal commas between commas do.</source>
            <translation>{file} 有 {count} 行的单元格多于表头的列名，逗号分隔又用逗号作小数点时就会这样。</translation>
        </message>
        <message>
            <location filename="core/captures/table.py" />
            <source>Save the capture with decimal points, or with semicolons between the cells.</source>
            <translation>请用小数点保存捕获文件，或改用分号分隔单元格。</translation>
        </message>
        <message>
            <location filename="core/captures/table.py" />
            <source>{count} rows hold more cells than the header names and were left out.</source>
            <translation>{count} 行的单元格多于表头的列名，已略去。</translation>
        </message>
        <message>
            <location filename="core/captures/table.py" />
            <source>A quoted cell of the capture cannot be read: {error}.</source>
            <translation>捕获文件中有一个带引号的单元格无法读取：{error}。</translation>
        </message>
        <message>
            <location filename="core/captures/table.py" />
            <source>Export the capture again, or remove the quotes.</source>
            <translation>请重新导出捕获，或去掉引号。</translation>
        </message>
        <message>
            <location filename="core/essay.py" />
            <source>Native 4K (TAA)</source>
            <translation>原生 4K（TAA）</translation>
        </message>
        <message>
            <location filename="core/essay.py" />
            <source>Native 4K, overclocked</source>
            <translation>原生 4K，超频</translation>
        </message>
        <message>
            <location filename="core/essay.py" />
            <source>DLSS 3.7, from 1080p</source>
            <translation>DLSS 3.7，由 1080p 重建</translation>
        </message>
        <message>
            <location filename="core/essay.py" />
            <source>DLSS 4.5 Model L, from 720p</source>
            <translation>DLSS 4.5 Model L，由 720p 重建</translation>
        </message>
        <message>
            <location filename="core/essay.py" />
            <source>DLSS 4.5 Model L, from 240p</source>
            <translation>DLSS 4.5 Model L，由 240p 重建</translation>
        </message>
        <message>
            <location filename="core/follow.py" />
            <source>{file} can no longer be followed: {reason}.</source>
            <translation>无法继续跟踪 {file}：{reason}。</translation>
        </message>
        <message>
            <location filename="core/follow.py" />
            <source>Choose the log again when the game writes it.</source>
            <translation>等游戏再次写入时重新选择该日志。</translation>
        </message>
        <message>
            <location filename="core/follow.py" />
            <source>{file} is no log of PresentMon or MangoHud.</source>
            <translation>{file} 不是 PresentMon 或 MangoHud 的日志。</translation>
        </message>
        <message>
            <location filename="core/follow.py" />
            <source>Choose the CSV that the tool is writing.</source>
            <translation>请选择工具正在写入的 CSV。</translation>
        </message>
        <message>
            <location filename="core/plausibility.py" />
            <source>not a number</source>
            <translation>不是数字</translation>
        </message>
        <message>
            <location filename="core/plausibility.py" />
            <source>0 W, which a running sensor never reads</source>
            <translation>0 W，运行中的传感器不会读出它</translation>
        </message>
        <message>
            <location filename="core/plausibility.py" />
            <source>negative</source>
            <translation>为负</translation>
        </message>
        <message>
            <location filename="core/plausibility.py" />
            <source>above 1.5 times the power limit</source>
            <translation>超过功耗上限的 1.5 倍</translation>
        </message>
        <message>
            <location filename="core/plausibility.py" />
            <source>the counter stands still</source>
            <translation>计数器停住不动</translation>
        </message>
        <message>
            <location filename="core/plausibility.py" />
            <source>the counter started again</source>
            <translation>计数器重新开始</translation>
        </message>
        <message>
            <location filename="core/plausibility.py" />
            <source>the clock did not advance</source>
            <translation>时钟没有前进</translation>
        </message>
        <message>
            <location filename="core/scopes.py" />
            <location filename="views/live_page.py" />
            <source>GPU</source>
            <translation>GPU</translation>
        </message>
        <message>
            <location filename="core/scopes.py" />
            <source>APU socket</source>
            <translation>APU 整颗芯片</translation>
        </message>
        <message>
            <location filename="core/scopes.py" />
            <source>Whole machine (battery)</source>
            <translation>整机（电池）</translation>
        </message>
        <message>
            <location filename="core/scopes.py" />
            <source>CPU + GPU</source>
            <translation>CPU + GPU</translation>
        </message>
        <message>
            <location filename="core/sensors/apple.py" />
            <source>estimated by the chip's energy model</source>
            <translation>由芯片的能量模型估算</translation>
        </message>
        <message>
            <location filename="core/sensors/apple.py" />
            <source>Apple's energy counters are not read: {error}.</source>
            <translation>无法读取 Apple 的能量计数器：{error}。</translation>
        </message>
        <message>
            <location filename="core/sensors/apple.py" />
            <source>Install the reader with: pip install zeus-apple-silicon</source>
            <translation>用此命令安装读取程序：pip install zeus-apple-silicon</translation>
        </message>
        <message>
            <location filename="core/sensors/apple.py" />
            <location filename="core/sensors/emi.py" />
            <location filename="core/sensors/rapl.py" />
            <source>the counter cannot be read</source>
            <translation>计数器无法读取</translation>
        </message>
        <message>
            <location filename="core/sensors/battery.py" />
            <location filename="views/planners_page.py" />
            <source>Battery</source>
            <translation>电池</translation>
        </message>
        <message>
            <location filename="core/sensors/battery.py" />
            <source>{n} batteries</source>
            <translation>{n} 块电池</translation>
        </message>
        <message>
            <location filename="core/sensors/battery.py" />
            <source>on mains now; measures while discharging</source>
            <translation>现在使用外接电源；放电时才测量</translation>
        </message>
        <message>
            <location filename="core/sensors/battery.py" />
            <source>{name}: neither power_now nor current_now can be read.</source>
            <translation>{name}：power_now 和 current_now 都无法读取。</translation>
        </message>
        <message>
            <location filename="core/sensors/battery.py" />
            <source>The battery's driver reports no power; a newer kernel may.</source>
            <translation>电池驱动不报告功率；更新的内核也许可以。</translation>
        </message>
        <message>
            <location filename="core/sensors/battery.py" />
            <source>whole machine, while discharging</source>
            <translation>整机，放电时</translation>
        </message>
        <message>
            <location filename="core/sensors/battery.py" />
            <source>not discharging</source>
            <translation>未在放电</translation>
        </message>
        <message>
            <location filename="core/sensors/battery.py" />
            <source>a battery gives no value</source>
            <translation>有一块电池没有数值</translation>
        </message>
        <message>
            <location filename="core/sensors/discover.py" />
            <source>This machine shows no power sensor.</source>
            <translation>本机没有功耗传感器。</translation>
        </message>
        <message>
            <location filename="core/sensors/discover.py" />
            <source>Virtual machines and containers have none; on a PC, install the GPU's driver.</source>
            <translation>虚拟机和容器没有传感器；在实体电脑上请安装 GPU 驱动。</translation>
        </message>
        <message>
            <location filename="core/sensors/discover.py" />
            <location filename="plugin.py" />
            <source>Power sensors</source>
            <translation>功耗传感器</translation>
        </message>
        <message>
            <location filename="core/sensors/discover.py" />
            <source>{sensor} failed: {error}</source>
            <translation>{sensor} 失败：{error}</translation>
        </message>
        <message>
            <location filename="core/sensors/emi.py" />
            <source>Recent Intel and AMD laptops have one; desktops often do not.</source>
            <translation>较新的 Intel 和 AMD 笔记本有；台式机往往没有。</translation>
        </message>
        <message>
            <location filename="core/sensors/emi.py" />
            <location filename="core/sensors/rapl.py" />
            <source>CPU package {number}</source>
            <translation>CPU 封装 {number}</translation>
        </message>
        <message>
            <location filename="core/sensors/emi.py" />
            <source>Windows reports no energy meter for this CPU.</source>
            <translation>Windows 没有报告这颗 CPU 的能量计。</translation>
        </message>
        <message>
            <location filename="core/sensors/emi.py" />
            <source>Windows lists no energy meters: {error}.</source>
            <translation>Windows 没有列出能量计：{error}。</translation>
        </message>
        <message>
            <location filename="core/sensors/hwmon.py" />
            <source>GPU; before RX 7000 the chip without its memory</source>
            <translation>GPU；RX 7000 之前只含芯片，不含显存</translation>
        </message>
        <message>
            <location filename="core/sensors/hwmon.py" />
            <source>No AMD or Intel GPU shows its power in {folder}.</source>
            <translation>{folder} 里没有报告功耗的 AMD 或 Intel GPU。</translation>
        </message>
        <message>
            <location filename="core/sensors/hwmon.py" />
            <source>If this machine has one, its kernel driver (amdgpu, i915, xe) must be loaded.</source>
            <translation>如果本机有，须加载其内核驱动（amdgpu、i915、xe）。</translation>
        </message>
        <message>
            <location filename="core/sensors/hwmon.py" />
            <source>{gpu} is asleep and is left to sleep.</source>
            <translation>{gpu} 处于休眠，不去唤醒它。</translation>
        </message>
        <message>
            <location filename="core/sensors/hwmon.py" />
            <location filename="core/sensors/nvml.py" />
            <source>Start a program on it: measuring begins when it wakes.</source>
            <translation>在它上面启动一个程序：唤醒后开始测量。</translation>
        </message>
        <message>
            <location filename="core/sensors/hwmon.py" />
            <source>{gpu} reports no power.</source>
            <translation>{gpu} 不报告功耗。</translation>
        </message>
        <message>
            <location filename="core/sensors/hwmon.py" />
            <source>Its driver has no power sensor for it; a newer kernel may.</source>
            <translation>它的驱动没有功耗传感器；更新的内核也许有。</translation>
        </message>
        <message>
            <location filename="core/sensors/hwmon.py" />
            <source>GPU board</source>
            <translation>GPU 整卡</translation>
        </message>
        <message>
            <location filename="core/sensors/hwmon.py" />
            <source>GPU package, without memory</source>
            <translation>GPU 封装，不含显存</translation>
        </message>
        <message>
            <location filename="core/sensors/hwmon.py" />
            <source>whole APU socket, CPU included</source>
            <translation>整颗 APU，含 CPU</translation>
        </message>
        <message>
            <location filename="core/sensors/hwmon.py" />
            <location filename="core/sensors/nvml.py" />
            <source>asleep, and left to sleep</source>
            <translation>休眠中，不去唤醒</translation>
        </message>
        <message>
            <location filename="core/sensors/hwmon.py" />
            <source>the driver gives no value</source>
            <translation>驱动没有给出数值</translation>
        </message>
        <message>
            <location filename="core/sensors/nvml.py" />
            <source>The NVIDIA GPU is asleep and is left to sleep.</source>
            <translation>NVIDIA GPU 处于休眠，不去唤醒它。</translation>
        </message>
        <message>
            <location filename="core/sensors/nvml.py" />
            <source>{gpu} reports neither energy nor power.</source>
            <translation>{gpu} 既不报告能量也不报告功率。</translation>
        </message>
        <message>
            <location filename="core/sensors/nvml.py" />
            <source>Virtual and some GeForce laptop GPUs do not; a newer driver may.</source>
            <translation>虚拟 GPU 和部分 GeForce 笔记本 GPU 不报告；更新的驱动也许可以。</translation>
        </message>
        <message>
            <location filename="core/sensors/nvml.py" />
            <source>GPU board, energy counter</source>
            <translation>GPU 整卡，能量计数器</translation>
        </message>
        <message>
            <location filename="core/sensors/nvml.py" />
            <source>GPU board, average of a second</source>
            <translation>GPU 整卡，一秒平均</translation>
        </message>
        <message>
            <location filename="core/sensors/nvml.py" />
            <source>GPU board, instantaneous</source>
            <translation>GPU 整卡，瞬时值</translation>
        </message>
        <message>
            <location filename="core/sensors/nvml.py" />
            <source>idle, let go so that it may sleep</source>
            <translation>空闲，已放开以便它休眠</translation>
        </message>
        <message>
            <location filename="core/sensors/nvml.py" />
            <source>The package nvidia-ml-py is not installed.</source>
            <translation>没有安装 nvidia-ml-py 包。</translation>
        </message>
        <message>
            <location filename="core/sensors/nvml.py" />
            <source>Install it with: pip install nvidia-ml-py</source>
            <translation>用此命令安装：pip install nvidia-ml-py</translation>
        </message>
        <message>
            <location filename="core/sensors/nvml.py" />
            <source>NVML does not answer: {error}.</source>
            <translation>NVML 没有响应：{error}。</translation>
        </message>
        <message>
            <location filename="core/sensors/nvml.py" />
            <source>Install NVIDIA's driver, if this machine has an NVIDIA GPU.</source>
            <translation>如果本机有 NVIDIA GPU，请安装 NVIDIA 驱动。</translation>
        </message>
        <message>
            <location filename="core/sensors/nvml.py" />
            <source>NVML cannot list the GPUs: {error}.</source>
            <translation>NVML 无法列出 GPU：{error}。</translation>
        </message>
        <message>
            <location filename="core/sensors/rapl.py" />
            <source>The kernel shows no energy counter of the CPU (RAPL).</source>
            <translation>内核没有给出 CPU 的能量计数器（RAPL）。</translation>
        </message>
        <message>
            <location filename="core/sensors/rapl.py" />
            <source>Load it with: sudo modprobe intel_rapl_msr. Virtual machines have none.</source>
            <translation>用此命令加载：sudo modprobe intel_rapl_msr。虚拟机没有。</translation>
        </message>
        <message>
            <location filename="core/sensors/rapl.py" />
            <source>{name}: {file} may be read by root only.</source>
            <translation>{name}：{file} 只允许 root 读取。</translation>
        </message>
        <message>
            <location filename="core/sensors/rapl.py" />
            <source>Allow it until the next start with: sudo chmod a+r {file}</source>
            <translation>用此命令放开到下次开机：sudo chmod a+r {file}</translation>
        </message>
        <message>
            <location filename="core/sessions.py" />
            <source>Choose another file.</source>
            <translation>请另选一个文件。</translation>
        </message>
        <message>
            <location filename="core/sessions.py" />
            <source>{file} cannot be used for sessions: {error}.</source>
            <translation>{file} 不能用来保存会话：{error}。</translation>
        </message>
        <message>
            <location filename="core/sessions.py" />
            <source>Choose another file, or a folder you may write to.</source>
            <translation>请另选一个文件，或有写入权限的文件夹。</translation>
        </message>
        <message>
            <location filename="core/sessions.py" />
            <source>{file} is a database, but not of Pixelwatt sessions.</source>
            <translation>{file} 是数据库，但不是 Pixelwatt 的会话。</translation>
        </message>
        <message>
            <location filename="core/sessions.py" />
            <source>{file} was written by a newer Pixelwatt.</source>
            <translation>{file} 由更新版本的 Pixelwatt 写出。</translation>
        </message>
        <message>
            <location filename="core/sessions.py" />
            <source>There is no session {number}.</source>
            <translation>没有编号为 {number} 的会话。</translation>
        </message>
        <message>
            <location filename="core/tool_figures.py" />
            <source>Frames presented</source>
            <translation>提交的帧</translation>
        </message>
        <message>
            <location filename="core/tool_figures.py" />
            <source>Frames displayed</source>
            <translation>显示的帧</translation>
        </message>
        <message>
            <location filename="core/tool_figures.py" />
            <source>Frames dropped</source>
            <translation>丢弃的帧</translation>
        </message>
        <message>
            <location filename="core/tool_figures.py" />
            <source>Frames generated</source>
            <translation>生成的帧</translation>
        </message>
        <message>
            <location filename="core/tool_figures.py" />
            <source>FPS on the screen</source>
            <translation>屏幕上的 FPS</translation>
        </message>
        <message>
            <location filename="core/tool_figures.py" />
            <location filename="views/captures_model.py" />
            <location filename="views/cost_chart.py" />
            <location filename="views/essay_page.py" />
            <location filename="views/experiment_page.py" />
            <location filename="views/live_page.py" />
            <location filename="views/live_plots.py" />
            <location filename="views/sessions_page.py" />
            <source>Energy per frame</source>
            <translation>每帧能量</translation>
        </message>
        <message>
            <location filename="core/tool_figures.py" />
            <source>Energy</source>
            <translation>能量</translation>
        </message>
        <message>
            <location filename="core/tool_figures.py" />
            <source>Adaptive deviation</source>
            <translation>自适应标准差</translation>
        </message>
        <message>
            <location filename="core/tool_figures.py" />
            <source>Stutter time</source>
            <translation>卡顿时间</translation>
        </message>
        <message>
            <location filename="meter_service.py" />
            <source>this machine's sensors</source>
            <translation>本机的传感器</translation>
        </message>
        <message>
            <location filename="meter_service.py" />
            <source>Looking for sensors.</source>
            <translation>正在查找传感器。</translation>
        </message>
        <message>
            <location filename="meter_service.py" />
            <source>No frames arrive.</source>
            <translation>没有收到帧。</translation>
        </message>
        <message>
            <location filename="meter_service.py" />
            <source>The sensors are still settling.</source>
            <translation>传感器尚未稳定。</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <location filename="views/captures_model.py" />
            <location filename="views/essay_page.py" />
            <location filename="views/experiment_page.py" />
            <location filename="views/live_plots.py" />
            <location filename="views/sessions_page.py" />
            <source>Power</source>
            <translation>功耗</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Power and FPS</source>
            <translation>功耗与帧率</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>What a frame costs in joules, live and from captures</source>
            <translation>一帧要花多少焦耳，实时或来自捕获文件</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Measure power</source>
            <translation>测量功耗</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Record power and frames</source>
            <translation>记录功耗与帧</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Set a marker</source>
            <translation>打一个标记</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <location filename="views/captures_page.py" />
            <location filename="views/idle_view.py" />
            <source>Open captures…</source>
            <translation>打开捕获文件…</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Follow a log being written…</source>
            <translation>跟踪正在写入的日志…</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Check the essay's power table</source>
            <translation>核对文中的功耗表</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Plan battery and video memory</source>
            <translation>规划电池与显存</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Frame-time captures</source>
            <translation>帧时间捕获</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Recorded power sessions</source>
            <translation>已记录的功耗会话</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Compared captures (CSV)</source>
            <translation>对比的捕获（CSV）</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Compared captures (JSON)</source>
            <translation>对比的捕获（JSON）</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>figures of frame-time captures, with joules per frame</source>
            <translation>帧时间捕获的各项数字，含每帧焦耳</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>power sensors of this machine, and how to get the missing ones</source>
            <translation>本机的功耗传感器，以及缺失的如何获得</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>record power to a session file</source>
            <translation>把功耗记录到会话文件</translation>
        </message>
        <message>
            <location filename="settings.py" />
            <source>Samples per second</source>
            <translation>每秒采样次数</translation>
        </message>
        <message>
            <location filename="settings.py" />
            <source>How often each sensor is asked. More does not make slow sensors faster.</source>
            <translation>每个传感器多久询问一次。更频繁并不会让慢的传感器变快。</translation>
        </message>
        <message>
            <location filename="settings.py" />
            <source>Measure while the panel is open</source>
            <translation>面板打开时自动测量</translation>
        </message>
        <message>
            <location filename="settings.py" />
            <source>Off: sensors are asked only after Measure is pressed.</source>
            <translation>关闭：按下“测量”之后才询问传感器。</translation>
        </message>
        <message>
            <location filename="settings.py" />
            <source>Price of electricity per kWh</source>
            <translation>每 kWh 电价</translation>
        </message>
        <message>
            <location filename="settings.py" />
            <source>Currency</source>
            <translation>货币</translation>
        </message>
        <message>
            <location filename="settings.py" />
            <source>Hours of use per day</source>
            <translation>每天使用小时数</translation>
        </message>
        <message>
            <location filename="views/capture_plots.py" />
            <location filename="views/live_plots.py" />
            <location filename="views/sessions_page.py" />
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <location filename="views/capture_plots.py" />
            <location filename="views/live_plots.py" />
            <source>Frame time</source>
            <translation>帧时间</translation>
        </message>
        <message>
            <location filename="views/capture_plots.py" />
            <source>Frame times</source>
            <translation>帧时间</translation>
        </message>
        <message>
            <location filename="views/capture_plots.py" />
            <source>Share of frames</source>
            <translation>帧的占比</translation>
        </message>
        <message>
            <location filename="views/capture_plots.py" />
            <source>Histogram of frame times</source>
            <translation>帧时间直方图</translation>
        </message>
        <message>
            <location filename="views/capture_plots.py" />
            <source>Share of frames at least this fast</source>
            <translation>至少这么快的帧的占比</translation>
        </message>
        <message>
            <location filename="views/capture_plots.py" />
            <source>Percentile curve</source>
            <translation>百分位曲线</translation>
        </message>
        <message>
            <location filename="views/capture_plots.py" />
            <source>Cost of a frame</source>
            <translation>一帧的代价</translation>
        </message>
        <message>
            <location filename="views/capture_plots.py" />
            <source>Histogram</source>
            <translation>直方图</translation>
        </message>
        <message>
            <location filename="views/capture_plots.py" />
            <source>Percentiles</source>
            <translation>百分位</translation>
        </message>
        <message>
            <location filename="views/captures_model.py" />
            <source>Capture</source>
            <translation>捕获</translation>
        </message>
        <message>
            <location filename="views/captures_model.py" />
            <source>Average FPS</source>
            <translation>平均 FPS</translation>
        </message>
        <message>
            <location filename="views/captures_model.py" />
            <source>1 % low</source>
            <translation>1 % 低帧</translation>
        </message>
        <message>
            <location filename="views/captures_model.py" />
            <source>Stutter</source>
            <translation>卡顿</translation>
        </message>
        <message>
            <location filename="views/captures_model.py" />
            <source>FPS/W</source>
            <translation>FPS/W</translation>
        </message>
        <message>
            <location filename="views/captures_page.py" />
            <source>{application}, process {process}, swap chain {chain}: {frames} frames</source>
            <translation>{application}，进程 {process}，交换链 {chain}：{frames} 帧</translation>
        </message>
        <message>
            <location filename="views/captures_page.py" />
            <source>Captures, ranked</source>
            <translation>捕获排名</translation>
        </message>
        <message>
            <location filename="views/captures_page.py" />
            <source>Process and swap chain</source>
            <translation>进程与交换链</translation>
        </message>
        <message>
            <location filename="views/captures_page.py" />
            <source>Figures as each tool prints them</source>
            <translation>各工具打印的数字</translation>
        </message>
        <message>
            <location filename="views/captures_page.py" />
            <source>No captures yet</source>
            <translation>还没有捕获文件</translation>
        </message>
        <message>
            <location filename="views/captures_page.py" />
            <source>Drop files here: PresentMon, CapFrameX, FrameView, OCAT, MangoHud, Afterburner.</source>
            <translation>把文件拖到这里：PresentMon、CapFrameX、FrameView、OCAT、MangoHud、Afterburner。</translation>
        </message>
        <message>
            <location filename="views/captures_page.py" />
            <source>Select rows to compare; click a heading to rank.</source>
            <translation>选中多行进行比较；点击表头排名。</translation>
        </message>
        <message>
            <location filename="views/captures_page.py" />
            <source>Open captures</source>
            <translation>打开捕获文件</translation>
        </message>
        <message>
            <location filename="views/captures_page.py" />
            <source>Captures (*.csv *.json *.hml);;All files (*)</source>
            <translation>捕获文件 (*.csv *.json *.hml);;所有文件 (*)</translation>
        </message>
        <message>
            <location filename="views/captures_page.py" />
            <source>{n} captures removed from the comparison.</source>
            <translation>已从比较中移除 {n} 个捕获。</translation>
        </message>
        <message>
            <location filename="views/captures_page.py" />
            <source>Read {file}</source>
            <translation>读取 {file}</translation>
        </message>
        <message>
            <location filename="views/captures_page.py" />
            <source>Tool</source>
            <translation>工具</translation>
        </message>
        <message>
            <location filename="views/captures_page.py" />
            <source>Its name</source>
            <translation>它的叫法</translation>
        </message>
        <message>
            <location filename="views/captures_page.py" />
            <source>It prints</source>
            <translation>它打印</translation>
        </message>
        <message>
            <location filename="views/captures_page.py" />
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <location filename="views/captures_page.py" />
            <location filename="views/sessions_page.py" />
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <location filename="views/commands.py" />
            <source>Measure two pairs or more: A native, B upscaled. Then check the claim again.</source>
            <translation>请至少测量两对：A 为原生，B 为超分。然后再核对这条论断。</translation>
        </message>
        <message>
            <location filename="views/cost_chart.py" />
            <source>{joules}   =   {watts} / {fps} FPS, {scope}</source>
            <translation>{joules}   =   {watts} / {fps} FPS，{scope}</translation>
        </message>
        <message>
            <location filename="views/cost_chart.py" />
            <source>A frame of {dear} costs {ratio} times as much as one of {cheap}.</source>
            <translation>{dear} 的一帧，代价是 {cheap} 的 {ratio} 倍。</translation>
        </message>
        <message>
            <location filename="views/cost_chart.py" />
            <source>Nothing shown here has both watts and frames: what a frame costs is unknown.</source>
            <translation>这里没有同时具备功率和帧的记录：一帧的代价未知。</translation>
        </message>
        <message>
            <location filename="views/cost_chart.py" />
            <source>A frame costs {joules}.</source>
            <translation>一帧耗能 {joules}。</translation>
        </message>
        <message>
            <location filename="views/cost_chart.py" />
            <source>Watts of different scopes are shown: {scopes}. They do not compare.</source>
            <translation>所示功率的范围不同：{scopes}，不能互相比较。</translation>
        </message>
        <message>
            <location filename="views/cost_chart.py" />
            <source>The frames cost the same as far as the error can tell.</source>
            <translation>在误差范围内，各捕获的一帧代价相同。</translation>
        </message>
        <message>
            <location filename="views/cost_chart.py" />
            <source>The whisker is the error: what rounding, the sensor and the spread of its readings leave open. It knows nothing of the sensor's calibration.</source>
            <translation>须线是误差：来自取整、传感器以及读数的离散程度；传感器本身的校准无从得知。</translation>
        </message>
        <message>
            <location filename="views/cost_chart.py" />
            <source>unknown: needs both watts and frames</source>
            <translation>未知：需要功率和帧</translation>
        </message>
        <message>
            <location filename="views/essay_page.py" />
            <source>Either the watts fall or the frames rise: no real pair does both as the essay's does. RTX 4060 Ti, {source}; a faster card that waits for its CPU may save more.</source>
            <translation>要么功率下降，要么帧数上升：没有一对实测像文中那样两者兼得。RTX 4060 Ti，{source}；更快、要等 CPU 的显卡可能省得更多。</translation>
        </message>
        <message>
            <location filename="views/essay_page.py" />
            <source>The last column is what each frame per second more than native costs. The scene's title says 120 Hz: held to 120 FPS at the same energy per frame, the last two rows would draw {high} and {low} W. The claims panel holds the verdicts.</source>
            <translation>最后一列是比原生每多 1 FPS 的代价。标题写的是 120 Hz：若每帧能量不变并锁在 120 FPS，最后两行将耗 {high} W 和 {low} W。结论见论断面板。</translation>
        </message>
        <message>
            <location filename="views/essay_page.py" />
            <source>Ratios of watts and frames, claimed and measured</source>
            <translation>功率与帧数之比：文中所称与实测</translation>
        </message>
        <message>
            <location filename="views/essay_page.py" />
            <source>Scene</source>
            <translation>场景</translation>
        </message>
        <message>
            <location filename="views/essay_page.py" />
            <location filename="views/live_plots.py" />
            <location filename="views/sessions_page.py" />
            <source>FPS</source>
            <translation>FPS</translation>
        </message>
        <message>
            <location filename="views/essay_page.py" />
            <source>FPS/W printed</source>
            <translation>文中的 FPS/W</translation>
        </message>
        <message>
            <location filename="views/essay_page.py" />
            <source>FPS/W exact</source>
            <translation>精确的 FPS/W</translation>
        </message>
        <message>
            <location filename="views/essay_page.py" />
            <source>Per further FPS</source>
            <translation>每多 1 FPS</translation>
        </message>
        <message>
            <location filename="views/essay_page.py" />
            <source>The essay's table, reckoned again</source>
            <translation>文中的表，重新计算</translation>
        </message>
        <message>
            <location filename="views/essay_page.py" />
            <source>Load</source>
            <translation>负载</translation>
        </message>
        <message>
            <location filename="views/essay_page.py" />
            <source>Hours per day</source>
            <translation>每天小时数</translation>
        </message>
        <message>
            <location filename="views/essay_page.py" />
            <source>Price per kWh</source>
            <translation>每 kWh 电价</translation>
        </message>
        <message>
            <location filename="views/essay_page.py" />
            <source>Room</source>
            <translation>房间</translation>
        </message>
        <message>
            <location filename="views/essay_page.py" />
            <source>Machines</source>
            <translation>机器数</translation>
        </message>
        <message>
            <location filename="views/essay_page.py" />
            <source>Building overhead (PUE)</source>
            <translation>机房开销（PUE）</translation>
        </message>
        <message>
            <location filename="views/essay_page.py" />
            <source>Share of the year in use</source>
            <translation>全年使用比例</translation>
        </message>
        <message>
            <location filename="views/essay_page.py" />
            <source>{hour} an hour, {year} a year ({kwh} kWh)
{heat} BTU/h of heat; a closed room without losses would warm by {kelvin} K in an hour</source>
            <translation>每小时 {hour}，每年 {year}（{kwh} kWh）
发热 {heat} BTU/h；密闭且无散热的房间一小时会升温 {kelvin} K</translation>
        </message>
        <message>
            <location filename="views/essay_page.py" />
            <source>{mw} MW at the meter, {gwh} GWh and {money} million a year</source>
            <translation>电表处 {mw} MW，每年 {gwh} GWh、{money} 百万</translation>
        </message>
        <message>
            <location filename="views/essay_page.py" />
            <source>The essay: native 4K to 720p</source>
            <translation>文章：原生 4K 到 720p</translation>
        </message>
        <message>
            <location filename="views/essay_page.py" />
            <source>Uncapped, {n} games: GPU</source>
            <translation>不锁帧，{n} 个游戏：GPU</translation>
        </message>
        <message>
            <location filename="views/essay_page.py" />
            <source>Uncapped: CPU + GPU</source>
            <translation>不锁帧：CPU + GPU</translation>
        </message>
        <message>
            <location filename="views/essay_page.py" />
            <source>Held to 30 FPS, {n} games: GPU</source>
            <translation>锁 30 FPS，{n} 个游戏：GPU</translation>
        </message>
        <message>
            <location filename="views/essay_page.py" />
            <source>Upscaled over native</source>
            <translation>超分 / 原生</translation>
        </message>
        <message>
            <location filename="views/essay_page.py" />
            <source>Watts</source>
            <translation>功率</translation>
        </message>
        <message>
            <location filename="views/essay_page.py" />
            <source>650 published FrameView runs, 2024</source>
            <translation>公开的 650 次 FrameView 测试，2024 年</translation>
        </message>
        <message>
            <location filename="views/essay_page.py" />
            <source>{value}, rounded</source>
            <translation>{value}，四舍五入</translation>
        </message>
        <message>
            <location filename="views/essay_page.py" />
            <source>{value}, cut off</source>
            <translation>{value}，被截断</translation>
        </message>
        <message>
            <location filename="views/essay_page.py" />
            <source>{value}, wrong</source>
            <translation>{value}，有误</translation>
        </message>
        <message>
            <location filename="views/essay_page.py" />
            <source>RTX 5090, as the essay gives it, and your sessions</source>
            <translation>文中的 RTX 5090，以及你的会话</translation>
        </message>
        <message>
            <location filename="views/essay_page.py" />
            <source>The same switch in real captures</source>
            <translation>真实捕获中的同样切换</translation>
        </message>
        <message>
            <location filename="views/essay_page.py" />
            <source>Electricity and heat</source>
            <translation>电费与发热</translation>
        </message>
        <message>
            <location filename="views/essay_page.py" />
            <source>At the scale of a data centre</source>
            <translation>放大到数据中心</translation>
        </message>
        <message>
            <location filename="views/experiment_page.py" />
            <source>{scope}: B gives more frames for fewer watts, {value} W for each further FPS (95 %: {low} to {high} W).</source>
            <translation>{scope}：B 帧数更多、功率更低，每多一帧 {value} W（95 %：{low} 至 {high} W）。</translation>
        </message>
        <message>
            <location filename="views/experiment_page.py" />
            <source>{scope}: one more frame per second costs {value} W (95 %: {low} to {high} W).</source>
            <translation>{scope}：每秒多一帧要 {value} W（95 %：{low} 至 {high} W）。</translation>
        </message>
        <message>
            <location filename="views/experiment_page.py" />
            <source>{mean} {unit}, one pair tells no interval</source>
            <translation>{mean} {unit}，只有一对，给不出区间</translation>
        </message>
        <message>
            <location filename="views/experiment_page.py" />
            <source>{interval}, may be none</source>
            <translation>{interval}，可能没有差别</translation>
        </message>
        <message>
            <location filename="views/experiment_page.py" />
            <location filename="views/live_page.py" />
            <source>Frame rate</source>
            <translation>帧率</translation>
        </message>
        <message>
            <location filename="views/experiment_page.py" />
            <source>Uncapped: as fast as it goes</source>
            <translation>不锁帧：能多快就多快</translation>
        </message>
        <message>
            <location filename="views/experiment_page.py" />
            <source>Matched: the same cap on both</source>
            <translation>匹配：两边锁同一帧率</translation>
        </message>
        <message>
            <location filename="views/experiment_page.py" />
            <source>Pairs</source>
            <translation>对数</translation>
        </message>
        <message>
            <location filename="views/experiment_page.py" />
            <source>Each measurement</source>
            <translation>每次测量</translation>
        </message>
        <message>
            <location filename="views/experiment_page.py" />
            <source>Cool-down before it</source>
            <translation>测量前冷却</translation>
        </message>
        <message>
            <location filename="views/experiment_page.py" />
            <source>Start</source>
            <translation>开始</translation>
        </message>
        <message>
            <location filename="views/experiment_page.py" />
            <source>Begin again</source>
            <translation>重新开始</translation>
        </message>
        <message>
            <location filename="views/experiment_page.py" />
            <source>Progress of this measurement</source>
            <translation>本次测量的进度</translation>
        </message>
        <message>
            <location filename="views/experiment_page.py" />
            <source>Result</source>
            <translation>结果</translation>
        </message>
        <message>
            <location filename="views/experiment_page.py" />
            <source>The first pair gives means, the second an interval.</source>
            <translation>第一对给出均值，第二对起给出区间。</translation>
        </message>
        <message>
            <location filename="views/experiment_page.py" />
            <source>The frame rates differ by more than 2 %: they were not matched.</source>
            <translation>两边帧率相差超过 2 %：没有匹配。</translation>
        </message>
        <message>
            <location filename="views/experiment_page.py" />
            <source>The frame rates do not differ for certain, so one more FPS has no price.</source>
            <translation>两边帧率没有确定的差别，因此算不出多 1 FPS 的代价。</translation>
        </message>
        <message>
            <location filename="views/experiment_page.py" />
            <location filename="views/planners_page.py" />
            <source>Native</source>
            <translation>原生</translation>
        </message>
        <message>
            <location filename="views/experiment_page.py" />
            <source>Upscaled</source>
            <translation>超分</translation>
        </message>
        <message>
            <location filename="views/experiment_page.py" />
            <source>Set-up A</source>
            <translation>配置 A</translation>
        </message>
        <message>
            <location filename="views/experiment_page.py" />
            <source>Set-up B</source>
            <translation>配置 B</translation>
        </message>
        <message>
            <location filename="views/experiment_page.py" />
            <source>Two set-ups, measured in turns</source>
            <translation>两种配置，轮流测量</translation>
        </message>
        <message>
            <location filename="views/experiment_page.py" />
            <source>Frames and a power sensor are both needed; this measurement does not count.</source>
            <translation>需要同时有帧和功耗传感器；这次测量不计入。</translation>
        </message>
        <message>
            <location filename="views/experiment_page.py" />
            <source>Cooling down, then {name} is measured. Leave the scene running.</source>
            <translation>正在冷却，随后测量 {name}。请让场景保持运行。</translation>
        </message>
        <message>
            <location filename="views/experiment_page.py" />
            <source>Measuring {name}.</source>
            <translation>正在测量 {name}。</translation>
        </message>
        <message>
            <location filename="views/experiment_page.py" />
            <source>Trial {number} of {total}: set up {name}, then press the button. The order is {order}, so that a warming card favours neither.</source>
            <translation>第 {number} 次，共 {total} 次：切换到 {name}，然后按按钮。顺序为 {order}，这样显卡升温不会偏袒任何一方。</translation>
        </message>
        <message>
            <location filename="views/experiment_page.py" />
            <source>All {total} trials are done.</source>
            <translation>{total} 次全部完成。</translation>
        </message>
        <message>
            <location filename="views/experiment_page.py" />
            <source>Difference (95 %)</source>
            <translation>差值（95 %）</translation>
        </message>
        <message>
            <location filename="views/experiment_page.py" />
            <source>Power, {scope}</source>
            <translation>功率，{scope}</translation>
        </message>
        <message>
            <location filename="views/experiment_page.py" />
            <source>Energy per frame, {scope}</source>
            <translation>每帧能量，{scope}</translation>
        </message>
        <message>
            <location filename="views/experiment_page.py" />
            <source>Measure the next</source>
            <translation>测量下一次</translation>
        </message>
        <message>
            <location filename="views/idle_view.py" />
            <source>Frames come by themselves from the upscaler, or from a log: press Follow a log.</source>
            <translation>帧会自动来自超分面板，也可来自日志：请按“跟踪日志”。</translation>
        </message>
        <message>
            <location filename="views/idle_view.py" />
            <source>Looking for power sensors…</source>
            <translation>正在查找功耗传感器…</translation>
        </message>
        <message>
            <location filename="views/idle_view.py" />
            <source>Joules per frame</source>
            <translation>每帧焦耳</translation>
        </message>
        <message>
            <location filename="views/idle_view.py" />
            <source>What can be measured here</source>
            <translation>这里能测什么</translation>
        </message>
        <message>
            <location filename="views/idle_view.py" />
            <source>What a frame costs in the essay's table</source>
            <translation>文中表格里一帧的代价</translation>
        </message>
        <message>
            <location filename="views/idle_view.py" />
            <source>From the essay's watts and FPS. {cut} of its {all} FPS/W values are cut off instead of rounded.</source>
            <translation>根据文中的功耗和 FPS 计算。{all} 个 FPS/W 数值中有 {cut} 个是截断而不是四舍五入。</translation>
        </message>
        <message>
            <location filename="views/idle_view.py" />
            <source>Check the table</source>
            <translation>核对表格</translation>
        </message>
        <message>
            <location filename="views/idle_view.py" />
            <source>missing</source>
            <translation>缺失</translation>
        </message>
        <message>
            <location filename="views/idle_view.py" />
            <source>found</source>
            <translation>已找到</translation>
        </message>
        <message>
            <location filename="views/idle_view.py" />
            <source>Power of {names} is being read.</source>
            <translation>正在读取 {names} 的功耗。</translation>
        </message>
        <message>
            <location filename="views/idle_view.py" />
            <source>No power sensor can be read on this machine, so watts stay unknown.</source>
            <translation>本机没有可读取的功耗传感器，所以瓦数未知。</translation>
        </message>
        <message>
            <location filename="views/live_page.py" />
            <source>{sensor}: dropped {reasons}.</source>
            <translation>{sensor}：已略去 {reasons}。</translation>
        </message>
        <message>
            <location filename="views/live_page.py" />
            <source>Measure</source>
            <translation>测量</translation>
        </message>
        <message>
            <location filename="views/live_page.py" />
            <source>Record</source>
            <translation>记录</translation>
        </message>
        <message>
            <location filename="views/live_page.py" />
            <source>Pause plots</source>
            <translation>暂停绘图</translation>
        </message>
        <message>
            <location filename="views/live_page.py" />
            <source>Sensors</source>
            <translation>传感器</translation>
        </message>
        <message>
            <location filename="views/live_page.py" />
            <source>What can be measured here, and how to get the rest</source>
            <translation>这台机器能测什么，其余的如何获得</translation>
        </message>
        <message>
            <location filename="views/live_page.py" />
            <source>Follow a log…</source>
            <translation>跟踪日志…</translation>
        </message>
        <message>
            <location filename="views/live_page.py" />
            <source>Time shown</source>
            <translation>显示的时间</translation>
        </message>
        <message>
            <location filename="views/live_page.py" />
            <source>Third plot</source>
            <translation>第三张图</translation>
        </message>
        <message>
            <location filename="views/live_page.py" />
            <source>Follow a log being written</source>
            <translation>跟踪正在写入的日志</translation>
        </message>
        <message>
            <location filename="views/live_page.py" />
            <source>Logs (*.csv)</source>
            <translation>日志 (*.csv)</translation>
        </message>
        <message>
            <location filename="views/live_page.py" />
            <source>The error is {percent} %: {seconds} s are needed for 1 %.</source>
            <translation>误差为 {percent} %：要到 1 % 需要 {seconds} 秒。</translation>
        </message>
        <message>
            <location filename="views/live_page.py" />
            <source>last 10 s</source>
            <translation>最近 10 秒</translation>
        </message>
        <message>
            <location filename="views/live_page.py" />
            <source>last minute</source>
            <translation>最近一分钟</translation>
        </message>
        <message>
            <location filename="views/live_page.py" />
            <source>last 10 minutes</source>
            <translation>最近 10 分钟</translation>
        </message>
        <message>
            <location filename="views/live_page.py" />
            <source>last hour</source>
            <translation>最近一小时</translation>
        </message>
        <message>
            <location filename="views/live_page.py" />
            <source>everything</source>
            <translation>全部</translation>
        </message>
        <message>
            <location filename="views/live_page.py" />
            <source>Whole machine</source>
            <translation>整机</translation>
        </message>
        <message>
            <location filename="views/live_page.py" />
            <source>Begin the recording</source>
            <translation>开始记录</translation>
        </message>
        <message>
            <location filename="views/live_page.py" />
            <source>The recording ended early: {error}</source>
            <translation>记录提前结束：{error}</translation>
        </message>
        <message>
            <location filename="views/live_page.py" />
            <source>no frames yet</source>
            <translation>还没有帧</translation>
        </message>
        <message>
            <location filename="views/live_page.py" />
            <source>no sensor</source>
            <translation>没有传感器</translation>
        </message>
        <message>
            <location filename="views/live_page.py" />
            <source>Finish the recording</source>
            <translation>结束记录</translation>
        </message>
        <message>
            <location filename="views/live_page.py" />
            <source>no reading to believe</source>
            <translation>没有可信的读数</translation>
        </message>
        <message>
            <location filename="views/live_page.py" />
            <source>needs frames and a sensor</source>
            <translation>需要帧和传感器</translation>
        </message>
        <message>
            <location filename="views/live_plots.py" />
            <source>Frames per joule (FPS/W)</source>
            <translation>每焦耳帧数（FPS/W）</translation>
        </message>
        <message>
            <location filename="views/live_plots.py" />
            <source>GPU utilisation</source>
            <translation>GPU 占用率</translation>
        </message>
        <message>
            <location filename="views/live_plots.py" />
            <source>CPU utilisation</source>
            <translation>CPU 占用率</translation>
        </message>
        <message>
            <location filename="views/live_plots.py" />
            <source>GPU temperature</source>
            <translation>GPU 温度</translation>
        </message>
        <message>
            <location filename="views/live_plots.py" />
            <source>GPU clock</source>
            <translation>GPU 频率</translation>
        </message>
        <message>
            <location filename="views/live_plots.py" />
            <source>GPU memory clock</source>
            <translation>显存频率</translation>
        </message>
        <message>
            <location filename="views/live_plots.py" />
            <source>Frames per second over time</source>
            <translation>帧率随时间的变化</translation>
        </message>
        <message>
            <location filename="views/live_plots.py" />
            <source>Power over time</source>
            <translation>功耗随时间的变化</translation>
        </message>
        <message>
            <location filename="views/live_plots.py" />
            <source>Energy per frame over time</source>
            <translation>每帧能量随时间的变化</translation>
        </message>
        <message>
            <location filename="views/panel.py" />
            <source>Live</source>
            <translation>实时</translation>
        </message>
        <message>
            <location filename="views/panel.py" />
            <source>Captures</source>
            <translation>捕获</translation>
        </message>
        <message>
            <location filename="views/panel.py" />
            <source>Sessions</source>
            <translation>会话</translation>
        </message>
        <message>
            <location filename="views/panel.py" />
            <source>A/B</source>
            <translation>A/B</translation>
        </message>
        <message>
            <location filename="views/panel.py" />
            <source>Essay check</source>
            <translation>文章核对</translation>
        </message>
        <message>
            <location filename="views/panel.py" />
            <source>Planners</source>
            <translation>规划</translation>
        </message>
        <message>
            <location filename="views/planners_page.py" />
            <source>Rasterising</source>
            <translation>光栅化</translation>
        </message>
        <message>
            <location filename="views/planners_page.py" />
            <source>Upscaling model</source>
            <translation>超分模型</translation>
        </message>
        <message>
            <location filename="views/planners_page.py" />
            <source>Screen</source>
            <translation>屏幕</translation>
        </message>
        <message>
            <location filename="views/planners_page.py" />
            <source>Memory, radio, all else</source>
            <translation>内存、无线与其他</translation>
        </message>
        <message>
            <location filename="views/planners_page.py" />
            <source>Where the watts go</source>
            <translation>瓦数用在哪里</translation>
        </message>
        <message>
            <location filename="views/planners_page.py" />
            <source>Handheld: hours from the battery</source>
            <translation>掌机：电池能用几小时</translation>
        </message>
        <message>
            <location filename="views/planners_page.py" />
            <source>{hours} h at {watts} W</source>
            <translation>{hours} 小时，{watts} W</translation>
        </message>
        <message>
            <location filename="views/planners_page.py" />
            <source>The essay's good news, 10–12 W for 4–5 h, asks for {low} to {high} Wh. Its bad news gives the model 5–8 W beside 5 W of raster: of the 10–12 W that leaves {worst} to {best} W for screen, memory and all else. Both cannot hold.</source>
            <translation>文中的好消息，10–12 W 用 4–5 小时，需要 {low} 至 {high} Wh。坏消息说模型要 5–8 W，另有 5 W 光栅：10–12 W 里只剩 {worst} 至 {best} W 给屏幕、内存和其他。两者不能同时成立。</translation>
        </message>
        <message>
            <location filename="views/planners_page.py" />
            <source>Materials</source>
            <translation>材质数</translation>
        </message>
        <message>
            <location filename="views/planners_page.py" />
            <source>Texture size</source>
            <translation>贴图尺寸</translation>
        </message>
        <message>
            <location filename="views/planners_page.py" />
            <source>Compression</source>
            <translation>压缩</translation>
        </message>
        <message>
            <location filename="views/planners_page.py" />
            <source>Neural compression over block</source>
            <translation>神经压缩对块压缩的倍数</translation>
        </message>
        <message>
            <location filename="views/planners_page.py" />
            <source>Video memory</source>
            <translation>显存</translation>
        </message>
        <message>
            <location filename="views/planners_page.py" />
            <source>Video memory: what a lower resolution saves</source>
            <translation>显存：低渲染分辨率省下多少</translation>
        </message>
        <message>
            <location filename="views/planners_page.py" />
            <source>Upscaling saves {percent} % of the memory</source>
            <translation>超分省下 {percent} % 的显存</translation>
        </message>
        <message>
            <location filename="views/planners_page.py" />
            <source>Mip bias log2(render / display) = {bias}. With it, textures stay as large as native ones and only the render targets (amber) shrink; without it, textures shrink and blur. The neural ratio is yours to set: no game states one yet.</source>
            <translation>mip 偏移 log2(渲染 / 显示) = {bias}。设了它，贴图与原生一样大，只有渲染目标（橙色）变小；不设，贴图变小也变糊。神经压缩比由你设定：尚无游戏公布。</translation>
        </message>
        <message>
            <location filename="views/planners_page.py" />
            <source>BC7 colour, BC5 normals, BC1 rest</source>
            <translation>BC7 颜色、BC5 法线、BC1 其余</translation>
        </message>
        <message>
            <location filename="views/planners_page.py" />
            <source>BC7 throughout</source>
            <translation>全部 BC7</translation>
        </message>
        <message>
            <location filename="views/planners_page.py" />
            <source>BC1 colour, BC5 normals</source>
            <translation>BC1 颜色、BC5 法线</translation>
        </message>
        <message>
            <location filename="views/planners_page.py" />
            <source>Uncompressed RGBA8</source>
            <translation>未压缩 RGBA8</translation>
        </message>
        <message>
            <location filename="views/planners_page.py" />
            <source>Rendered at</source>
            <translation>渲染分辨率</translation>
        </message>
        <message>
            <location filename="views/planners_page.py" />
            <source>Shown at</source>
            <translation>显示分辨率</translation>
        </message>
        <message>
            <location filename="views/planners_page.py" />
            <source>Upscaled, textures kept sharp</source>
            <translation>超分，贴图保持清晰</translation>
        </message>
        <message>
            <location filename="views/planners_page.py" />
            <source>Upscaled, finest mips dropped</source>
            <translation>超分，去掉最细的 mip</translation>
        </message>
        <message>
            <location filename="views/planners_page.py" />
            <source>Upscaled, neural textures</source>
            <translation>超分，神经压缩贴图</translation>
        </message>
        <message>
            <location filename="views/sessions_page.py" />
            <source>Session</source>
            <translation>会话</translation>
        </message>
        <message>
            <location filename="views/sessions_page.py" />
            <source>Started</source>
            <translation>开始时间</translation>
        </message>
        <message>
            <location filename="views/sessions_page.py" />
            <source>Tags</source>
            <translation>标签</translation>
        </message>
        <message>
            <location filename="views/sessions_page.py" />
            <source>Length</source>
            <translation>时长</translation>
        </message>
        <message>
            <location filename="views/sessions_page.py" />
            <source>Recorded sessions</source>
            <translation>已记录的会话</translation>
        </message>
        <message>
            <location filename="views/sessions_page.py" />
            <source>Read sessions</source>
            <translation>读取会话</translation>
        </message>
        <message>
            <location filename="views/sessions_page.py" />
            <source>Change sessions</source>
            <translation>更改会话</translation>
        </message>
        <message>
            <location filename="views/sessions_page.py" />
            <source>{n} sessions deleted.</source>
            <translation>已删除 {n} 个会话。</translation>
        </message>
        <message>
            <location filename="views/sessions_page.py" />
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <location filename="views/sessions_page.py" />
            <source>{length}, cut short</source>
            <translation>{length}，中断</translation>
        </message>
        <message>
            <location filename="views/sessions_page.py" />
            <source>Power of the selected sessions</source>
            <translation>所选会话的功耗</translation>
        </message>
        <message>
            <location filename="views/sessions_page.py" />
            <source>No sessions yet</source>
            <translation>还没有会话</translation>
        </message>
        <message>
            <location filename="views/sessions_page.py" />
            <source>Press Record in Live: frames and watts are kept, and survive a crash.</source>
            <translation>在“实时”里按“记录”：帧与功耗都会保存，崩溃也不丢失。</translation>
        </message>
        <message>
            <location filename="views/sessions_page.py" />
            <source>Export CSV…</source>
            <translation>导出 CSV…</translation>
        </message>
        <message>
            <location filename="views/sessions_page.py" />
            <source>Export JSON…</source>
            <translation>导出 JSON…</translation>
        </message>
        <message>
            <location filename="views/sessions_page.py" />
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <location filename="views/sessions_page.py" />
            <source>Edit a title or tags in place; select rows to compare.</source>
            <translation>标题和标签可直接在表中修改；选中多行进行比较。</translation>
        </message>
        <message>
            <location filename="__init__.py" />
            <source>Power and FPS meter: what a frame costs in joules.</source>
            <translation>功耗与帧率计：一帧耗费多少焦耳。</translation>
        </message>
        <message>
            <source>1 / 1.5, 1 / 1.7, 1 / 2, 1 / 3 = {linear}: these are shares of the width. Shares of pixels are their squares: {pixels}.</source>
            <translation type="vanished">1 / 1.5、1 / 1.7、1 / 2、1 / 3 = {linear}：这是宽度之比。像素之比是它们的平方：{pixels}。</translation>
        </message>
        <message>
            <source>No capture shown here logged watts, so what a frame costs is unknown.</source>
            <translation type="vanished">这里的捕获都没有记录功率，一帧的代价未知。</translation>
        </message>
        <message>
            <source>unknown: no watts in this capture</source>
            <translation type="vanished">未知：此捕获没有功率</translation>
        </message>
        <message>
            <source>B gives more frames for fewer watts: {value} W for each further FPS (95 %: {low} to {high} W).</source>
            <translation type="vanished">B 以更少的瓦数得到更多帧：每多 1 FPS 为 {value} W（95 %：{low} 至 {high} W）。</translation>
        </message>
        <message>
            <source>One more frame per second costs {value} W (95 %: {low} to {high} W).</source>
            <translation type="vanished">每多 1 FPS 要花 {value} W（95 %：{low} 至 {high} W）。</translation>
        </message>
        <message>
            <source>A log of one row a second: frames between the rows are not in it, so percentiles and lows are unknown.</source>
            <translation type="vanished">日志每秒只有一行：行与行之间的帧不在其中，所以百分位和低帧未知。</translation>
        </message>
        <message>
            <source>A summary: only the figures that FrameView printed are known.</source>
            <translation type="vanished">这是摘要：只知道 FrameView 打印出的数字。</translation>
        </message>
        <message>
            <source>{file} is a MangoHud summary without values.</source>
            <translation type="vanished">{file} 是没有数值的 MangoHud 摘要。</translation>
        </message>
        <message>
            <source>A summary: only the figures that MangoHud printed are known.</source>
            <translation type="vanished">这是摘要：只知道 MangoHud 打印出的数字。</translation>
        </message>
    </context>
</TS>
