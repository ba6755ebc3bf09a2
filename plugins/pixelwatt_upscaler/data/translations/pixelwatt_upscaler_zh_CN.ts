<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>pixelwatt_upscaler</name>
        <message>
            <location filename="claims.py" />
            <source>Check on the picture in view</source>
            <translation>用当前画面检验</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>Presets</source>
            <translation>预设</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>Efficiency</source>
            <translation>能效</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>Picture quality</source>
            <translation>画质</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>Quality renders 66.7 % of the pixels, Performance 50 %, Ultra Performance 33.3 %.</source>
            <translation>质量模式渲染 66.7 % 的像素，性能模式 50 %，超级性能模式 33.3 %。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>6× to 9× renders 11 % to 16 %.</source>
            <translation>6× 至 9× 渲染 11 % 至 16 %。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>Balanced is 1.7× and 58.0 %: 635, 847 and 1270 lines.</source>
            <translation>平衡模式为 1.7×、58.0 %：635、847 和 1270 行。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>Quality is 1.5×: 720, 960 and 1440 lines.</source>
            <translation>质量模式为 1.5×：720、960 和 1440 行。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>Performance is 2×, Ultra Performance 3×: 540/720/1080 and 360/480/720 lines.</source>
            <translation>性能模式为 2×，超级性能模式为 3×：540/720/1080 行和 360/480/720 行。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>DLSS has a Hyper Performance mode of 6× to 9×.</source>
            <translation>DLSS 有 6× 至 9× 的极限性能模式。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>At 720p for 4K the GPU computes only 1/9 of the pixels.</source>
            <translation>以 720p 输出 4K 时，GPU 只计算 1/9 的像素。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>Model M is a pruned and distilled Model L whose power use can be neglected.</source>
            <translation>Model M 是经剪枝和蒸馏的 Model L，其功耗可以忽略。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>DLSS 4.5 has two core models; Balanced uses M.</source>
            <translation>DLSS 4.5 有两个核心模型；平衡模式使用 M。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>Overclocked 4K: power +35 %, frame rate +8 %.</source>
            <translation>超频 4K：功耗 +35 %，帧率 +8 %。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>Frames per watt: 0.09, 0.07, 0.36, 0.63 and 1.26.</source>
            <translation>每瓦帧数：0.09、0.07、0.36、0.63 和 1.26。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>720p with Model L cuts power to less than half, at more than three times the frame rate.</source>
            <translation>720p 配合 Model L 使功耗降到一半以下，帧率却达三倍以上。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>AI restores 99 % of the picture's detail.</source>
            <translation>AI 还原画面 99 % 的细节。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>240p upscaled to 4K surpasses native 1080p in static textures.</source>
            <translation>240p 放大到 4K 在静态纹理上超越原生 1080p。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>The column gives the share of each side, not of the pixels. {lines}.</source>
            <translation>该列给出的是边长的比例，而不是像素的比例。{lines}。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>Per side 1/9 = {low:.1%} to 1/6 = {high:.1%}; of the pixels 1/81 = {low2:.1%} to 1/36 = {high2:.1%}. The upper end was cut off, not rounded.</source>
            <translation>按边长为 1/9 = {low:.1%} 至 1/6 = {high:.1%}；按像素为 1/81 = {low2:.1%} 至 1/36 = {high2:.1%}。上限是截断而非四舍五入。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>Two definitions are mixed: 1.7× (AMD's) is {share:.1%} and gives {by_ratio} lines; 58 % (NVIDIA's) is {ratio:.3f}× and gives {by_share} lines.</source>
            <translation>混用了两种定义：1.7×（AMD）即 {share:.1%}，得到 {by_ratio} 行；58 %（NVIDIA）即 {ratio:.3f}×，得到 {by_share} 行。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>The SDK's quality values are DLAA, Ultra Quality, Quality, Balanced, Performance and Ultra Performance (3×); there is no mode beyond 3×. Pixelwatt calls 6× and 9× custom.</source>
            <translation>SDK 的质量档位有 DLAA、超级质量、质量、平衡、性能和超级性能（3×）；没有超过 3× 的模式。Pixelwatt 将 6× 和 9× 称为自定义。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>The vendor's text says: L and M are second-generation transformers, M of about the quality of L, slower than J and K and faster than L. It says nothing of pruning, and a model that is slower than K does not cost nothing.</source>
            <translation>厂商的说明：L 和 M 是第二代 Transformer，M 的画质与 L 相近，比 J 和 K 慢，比 L 快。其中没有提到剪枝，而比 K 更慢的模型不可能没有代价。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>The essay's own table names three models (K, M, L) and gives Balanced to K, while its text gives Balanced to M. The vendor's default for Balanced is K.</source>
            <translation>文章自己的表格列出三个模型（K、M、L），并把平衡模式给了 K，正文却给了 M。厂商为平衡模式设定的默认模型是 K。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>650 / 480 = +{power:.1%}; 49 / 45 = +{rate:.1%}, which rounds to 9 %, not 8 %. The watts themselves are the essay's; no measurement was published.</source>
            <translation>650 / 480 = +{power:.1%}；49 / 45 = +{rate:.1%}，四舍五入为 9 % 而不是 8 %。瓦数本身出自文章，没有公布过测量。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>{ratios}. Three of five were cut off instead of rounded (0.08, 0.64, 1.27); the gain from the first row to the last is {gain:.1f} times.</source>
            <translation>{ratios}。五个数中有三个是截断而非四舍五入（应为 0.08、0.64、1.27）；从第一行到最后一行提高了 {gain:.1f} 倍。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>From the essay's own figures: 220 / 480 = {power:.0%}, 140 / 45 = {rate:.2f} times. They are claims, not measurements; the power panel measures yours.</source>
            <translation>按文章自己的数字：220 / 480 = {power:.0%}，140 / 45 = {rate:.2f} 倍。这些是说法而不是测量；功率面板可以测量您的机器。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>No measure of “detail” is named. On a picture with a reference the panel shows PSNR and SSIM of each method: as an example, an error of 1 % of the range is 20·log10(1/0.01) = 40 dB, which ×2 upscalers of photographs seldom reach.</source>
            <translation>原文没有说明如何度量“细节”。对有参考的画面，面板给出每种方法的 PSNR 和 SSIM：例如，误差为量程的 1 % 相当于 20·log10(1/0.01) = 40 dB，照片的 ×2 放大很少能达到。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>240p to 4K is 9× a side: {shown} of {all} pixels are new ({share:.1%}). Whether it looks better than 1080p (2× a side) depends on the picture and on frames before it; compare Custom 9× with Performance in the panel, on your own picture.</source>
            <translation>240p 到 4K 每边 9×：{all} 个像素中有 {shown} 个是新生成的（{share:.1%}）。是否胜过 1080p（每边 2×）取决于画面及其之前的帧；请在面板中用自己的画面比较自定义 9× 与性能模式。</translation>
        </message>
        <message>
            <location filename="claims.py" />
            <source>{factor}×: side 1/{factor} = {side:.1%}, pixels (1/{factor})² = {area:.1%}</source>
            <translation>{factor}×：边长 1/{factor} = {side:.1%}，像素 (1/{factor})² = {area:.1%}</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>unknown: the pictures are smaller than 11×11</source>
            <translation>未知：图片小于 11×11</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>{target}: {input} → {output}, {method} on {placement}, {ms:.1f} ms a frame</source>
            <translation>{target}：{input} → {output}，{method} 运行于 {placement}，每帧 {ms:.1f} ms</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>A picture or a video.</source>
            <translation>图片或视频。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>The file to write; its name decides the format.</source>
            <translation>要写入的文件；格式由文件名决定。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <location filename="cli_batch.py" />
            <location filename="cli_compare.py" />
            <source>Print what was done as JSON.</source>
            <translation>以 JSON 输出所做的工作。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>A method or model of `pixelwatt models`, or an ONNX file.</source>
            <translation>`pixelwatt models` 列出的方法或模型，或一个 ONNX 文件。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>Enlarge by this factor, such as 2 or 1.5.</source>
            <translation>放大倍率，例如 2 或 1.5。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>Take the input down to this preset's render size first.</source>
            <translation>先把输入降采样到该预设的渲染尺寸。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>Fit the result into this size.</source>
            <translation>使结果适合此尺寸。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>How a preset takes the input down.</source>
            <translation>预设对输入的降采样方式。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>auto, cpu, cuda, webgpu and so on; cuda:1 is the second device.</source>
            <translation>auto、cpu、cuda、webgpu 等；cuda:1 为第二个设备。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>Threads on the CPU.</source>
            <translation>CPU 线程数。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>h264, hevc, av1, vp9, prores, ffv1 or an encoder's name.</source>
            <translation>h264、hevc、av1、vp9、prores、ffv1 或编码器名称。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <location filename="preferences.py" />
            <source>Of JPEG and WebP; WebP of 100 is lossless.</source>
            <translation>用于 JPEG 和 WebP；WebP 为 100 时无损。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>For decoding one picture; else half the memory.</source>
            <translation>用于解码一张图片；默认为内存的一半。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>--scale and --output both say how large the result is.</source>
            <translation>--scale 与 --output 都指定了结果的大小。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>Give one of them, or --preset with --output.</source>
            <translation>请只给出其一，或将 --preset 与 --output 一起使用。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>--threads must be at least 1.</source>
            <translation>--threads 至少为 1。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>--quality must be from 1 to 100.</source>
            <translation>--quality 必须在 1 到 100 之间。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>A scale of {scale} is not possible.</source>
            <translation>无法使用倍率 {scale}。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>It must be from 1 to {largest}.</source>
            <translation>必须在 1 到 {largest} 之间。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>What is right.</source>
            <translation>作为标准的图片。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>What is judged.</source>
            <translation>被评判的图片。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>Leave out N pixels on each side.</source>
            <translation>每边忽略 N 个像素。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>Print the numbers as JSON.</source>
            <translation>以 JSON 输出数值。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>--border cannot be negative.</source>
            <translation>--border 不能为负。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <location filename="core/picture_source.py" />
            <source>RGB</source>
            <translation>RGB</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>Luma</source>
            <translation>亮度</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>Say what this model is instead of listing all.</source>
            <translation>只说明此模型，而不列出全部。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>Overrule what was found in the file, such as value_range=0..255; remembered for this model.</source>
            <translation>更正从文件中探明的属性，例如 value_range=0..255；会按此模型记住。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>Forget what was corrected of the file.</source>
            <translation>忘掉对此文件所做的更正。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>Print as JSON.</source>
            <translation>以 JSON 输出。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>There is no model to correct.</source>
            <translation>没有可更正的模型。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>Give the name of its ONNX file.</source>
            <translation>请给出其 ONNX 文件名。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>any factor</source>
            <translation>任意倍率</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>“{text}” is no scale.</source>
            <translation>“{text}”不是倍率。</translation>
        </message>
        <message>
            <location filename="cli.py" />
            <source>Write, for example, --scale 2 or 1.5.</source>
            <translation>例如写 --scale 2 或 1.5。</translation>
        </message>
        <message>
            <location filename="cli_batch.py" />
            <source>Files, and folders that are searched for pictures and videos.</source>
            <translation>文件，以及要在其中查找图片和视频的文件夹。</translation>
        </message>
        <message>
            <location filename="cli_batch.py" />
            <source>Where the results go; the folders' shape is kept.</source>
            <translation>结果存放处；保留文件夹结构。</translation>
        </message>
        <message>
            <location filename="cli_batch.py" />
            <source>Put behind each name, such as _x2.</source>
            <translation>加在每个文件名之后，例如 _x2。</translation>
        </message>
        <message>
            <location filename="cli_batch.py" />
            <source>Write pictures in this format instead of their own.</source>
            <translation>以此格式写图片，而不用其原格式。</translation>
        </message>
        <message>
            <location filename="cli_batch.py" />
            <source>Make files that exist again; else they are skipped.</source>
            <translation>重新生成已存在的文件；否则跳过。</translation>
        </message>
        <message>
            <location filename="cli_batch.py" />
            <location filename="core/pictures.py" />
            <location filename="core/sources.py" />
            <location filename="core/video.py" />
            <source>There is no file {path}.</source>
            <translation>没有文件 {path}。</translation>
        </message>
        <message>
            <location filename="cli_batch.py" />
            <location filename="core/model_file.py" />
            <location filename="core/pictures.py" />
            <location filename="core/sources.py" />
            <location filename="core/video.py" />
            <source>Check the name and the folder.</source>
            <translation>请检查名称和文件夹。</translation>
        </message>
        <message>
            <location filename="cli_compare.py" />
            <source>reference</source>
            <translation>参考</translation>
        </message>
        <message>
            <location filename="cli_compare.py" />
            <source>another size than the reference</source>
            <translation>与参考的尺寸不同</translation>
        </message>
        <message>
            <location filename="cli_compare.py" />
            <source>equal to the reference</source>
            <translation>与参考相同</translation>
        </message>
        <message>
            <location filename="cli_compare.py" />
            <source>Two or more; the first is the reference.</source>
            <translation>两张或更多；第一张为参考。</translation>
        </message>
        <message>
            <location filename="cli_compare.py" />
            <source>The file to write.</source>
            <translation>要写入的文件。</translation>
        </message>
        <message>
            <location filename="cli_compare.py" />
            <source>Show only this part, in pixels of the largest picture.</source>
            <translation>只显示这一部分，以最大图片的像素计。</translation>
        </message>
        <message>
            <location filename="cli_compare.py" />
            <source>Draw each pixel of the region N times as large.</source>
            <translation>将区域中的每个像素放大 N 倍绘制。</translation>
        </message>
        <message>
            <location filename="cli_compare.py" />
            <source>A grid, or two pictures split down the middle.</source>
            <translation>网格，或两张图片从中间分割。</translation>
        </message>
        <message>
            <location filename="cli_compare.py" />
            <source>Columns of the grid.</source>
            <translation>网格的列数。</translation>
        </message>
        <message>
            <location filename="cli_compare.py" />
            <source>Comparing takes two pictures or more.</source>
            <translation>对比需要两张或更多图片。</translation>
        </message>
        <message>
            <location filename="cli_compare.py" />
            <source>A split takes exactly two pictures.</source>
            <translation>分割需要恰好两张图片。</translation>
        </message>
        <message>
            <location filename="cli_compare.py" />
            <source>Use --layout grid.</source>
            <translation>请使用 --layout grid。</translation>
        </message>
        <message>
            <location filename="cli_compare.py" />
            <source>--zoom must be from 1 to 32.</source>
            <translation>--zoom 必须在 1 到 32 之间。</translation>
        </message>
        <message>
            <location filename="cli_compare.py" />
            <source>--zoom enlarges a --region.</source>
            <translation>--zoom 放大的是 --region。</translation>
        </message>
        <message>
            <location filename="cli_compare.py" />
            <source>Give one.</source>
            <translation>请给出一个。</translation>
        </message>
        <message>
            <location filename="cli_compare.py" />
            <source>“{text}” is no region.</source>
            <translation>“{text}”不是区域。</translation>
        </message>
        <message>
            <location filename="cli_compare.py" />
            <source>Write, for example, --region 10,20,64,64.</source>
            <translation>例如写 --region 10,20,64,64。</translation>
        </message>
        <message>
            <location filename="cli_output.py" />
            <source>{seconds} s</source>
            <translation>{seconds} 秒</translation>
        </message>
        <message>
            <location filename="cli_output.py" />
            <source>, {time} left</source>
            <translation>，还剩 {time}</translation>
        </message>
        <message>
            <location filename="cli_output.py" />
            <source>{hours} h {minutes} min</source>
            <translation>{hours} 小时 {minutes} 分</translation>
        </message>
        <message>
            <location filename="cli_output.py" />
            <source>{minutes} min {seconds} s</source>
            <translation>{minutes} 分 {seconds} 秒</translation>
        </message>
        <message>
            <location filename="core/batch.py" />
            <source>There are no pictures or videos in {inputs}.</source>
            <translation>{inputs} 中没有图片或视频。</translation>
        </message>
        <message>
            <location filename="core/batch.py" />
            <source>Name files or a folder that holds some.</source>
            <translation>请指定文件，或含有它们的文件夹。</translation>
        </message>
        <message>
            <location filename="core/batch.py" />
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <location filename="core/batch.py" />
            <location filename="core/export_pictures.py" />
            <source>Choose a folder that you may write to.</source>
            <translation>请选择可写入的文件夹。</translation>
        </message>
        <message>
            <location filename="core/batch.py" />
            <source>{first} and {second} would both become {target}.</source>
            <translation>{first} 和 {second} 都会变成 {target}。</translation>
        </message>
        <message>
            <location filename="core/batch.py" />
            <source>Run them apart, or into different folders.</source>
            <translation>请分开运行，或写入不同的文件夹。</translation>
        </message>
        <message>
            <location filename="core/batch.py" />
            <source>{path} would be written over itself.</source>
            <translation>{path} 会覆盖自身。</translation>
        </message>
        <message>
            <location filename="core/batch.py" />
            <source>Choose another folder, or a --suffix.</source>
            <translation>请选择其他文件夹，或使用 --suffix。</translation>
        </message>
        <message>
            <location filename="core/batch.py" />
            <source>Paused</source>
            <translation>已暂停</translation>
        </message>
        <message>
            <location filename="core/camera.py" />
            <source>Camera {number} cannot be opened.</source>
            <translation>无法打开摄像头 {number}。</translation>
        </message>
        <message>
            <location filename="core/camera.py" />
            <source>Plug it in, close programs that use it, and allow access to it.</source>
            <translation>请接好摄像头，关闭占用它的程序，并允许访问。</translation>
        </message>
        <message>
            <location filename="core/camera.py" />
            <location filename="views/sources.py" />
            <source>Camera {number}</source>
            <translation>摄像头 {number}</translation>
        </message>
        <message>
            <location filename="core/camera.py" />
            <source>Camera {number} gives no more pictures.</source>
            <translation>摄像头 {number} 不再提供画面。</translation>
        </message>
        <message>
            <location filename="core/camera.py" />
            <source>It was unplugged or another program took it; plug it in and open it again.</source>
            <translation>它被拔出或被其他程序占用；请接好后重新打开。</translation>
        </message>
        <message>
            <location filename="core/colour.py" />
            <source>{profile}, shown as sRGB</source>
            <translation>{profile}，按 sRGB 显示</translation>
        </message>
        <message>
            <location filename="core/colour.py" />
            <source>no profile, taken as sRGB</source>
            <translation>无配置文件，视为 sRGB</translation>
        </message>
        <message>
            <location filename="core/colour.py" />
            <source>unnamed profile</source>
            <translation>未命名的配置文件</translation>
        </message>
        <message>
            <location filename="core/colour.py" />
            <source>{profile}, shown without conversion</source>
            <translation>{profile}，未经转换显示</translation>
        </message>
        <message>
            <location filename="core/colour.py" />
            <source>unreadable profile, taken as sRGB</source>
            <translation>配置文件无法读取，视为 sRGB</translation>
        </message>
        <message>
            <location filename="core/conversion.py" />
            <source>Reading {name}</source>
            <translation>正在读取 {name}</translation>
        </message>
        <message>
            <location filename="core/conversion.py" />
            <source>Upscaling {name}</source>
            <translation>正在放大 {name}</translation>
        </message>
        <message>
            <location filename="core/conversion.py" />
            <source>Writing {name}</source>
            <translation>正在写入 {name}</translation>
        </message>
        <message>
            <location filename="core/conversion.py" />
            <source>{path} is both the input and the output.</source>
            <translation>{path} 既是输入又是输出。</translation>
        </message>
        <message>
            <location filename="core/conversion.py" />
            <source>Give another name.</source>
            <translation>请换一个名称。</translation>
        </message>
        <message>
            <location filename="core/conversion.py" />
            <location filename="core/export_pictures.py" />
            <location filename="core/model_file.py" />
            <location filename="core/pictures.py" />
            <location filename="core/video.py" />
            <source>{path} is a folder.</source>
            <translation>{path} 是文件夹。</translation>
        </message>
        <message>
            <location filename="core/conversion.py" />
            <source>Use `pixelwatt batch` for all files of a folder, or name one of them.</source>
            <translation>要处理文件夹中的全部文件，请用 `pixelwatt batch`；或者指定其中一个文件。</translation>
        </message>
        <message>
            <location filename="core/conversion.py" />
            <source>{size} was rounded up to {even}: 4:2:0 video has even sides.</source>
            <translation>{size} 已向上取整为 {even}：4:2:0 视频的边长为偶数。</translation>
        </message>
        <message>
            <location filename="core/conversion.py" />
            <source>Upscaling {name}: {frames} frames</source>
            <translation>正在放大 {name}：{frames} 帧</translation>
        </message>
        <message>
            <location filename="core/conversion.py" />
            <source>{frames} frames were there already: an earlier run was interrupted.</source>
            <translation>其中 {frames} 帧在先前被中断的导出中已经生成。</translation>
        </message>
        <message>
            <location filename="core/deinterlacing.py" />
            <source>The video is interlaced and was deinterlaced (bwdif).</source>
            <translation>视频为隔行扫描，已去隔行（bwdif）。</translation>
        </message>
        <message>
            <location filename="core/desktop_window.py" />
            <source>“{title}” cannot be read: it is minimised, or partly outside the screen.</source>
            <translation>无法读取“{title}”：它已最小化，或有一部分在屏幕之外。</translation>
        </message>
        <message>
            <location filename="core/desktop_window.py" />
            <source>Bring it to the front, whole, and choose it again.</source>
            <translation>请把它完整地移到前面，再重新选择。</translation>
        </message>
        <message>
            <location filename="core/desktop_window.py" />
            <source>“{title}” was closed.</source>
            <translation>“{title}”已关闭。</translation>
        </message>
        <message>
            <location filename="core/desktop_window.py" />
            <source>What it showed last stays; choose another source.</source>
            <translation>保留它最后的画面；请另选来源。</translation>
        </message>
        <message>
            <location filename="core/desktop_window.py" />
            <source>Windows cannot be read: {why}.</source>
            <translation>无法读取窗口：{why}。</translation>
        </message>
        <message>
            <location filename="core/desktops.py" />
            <source>Pixelwatt cannot read the screen of {system}</source>
            <translation>Pixelwatt 尚不支持读取 {system} 的屏幕</translation>
        </message>
        <message>
            <location filename="core/desktops.py" />
            <location filename="core/quartz_desktop.py" />
            <location filename="core/win32_desktop.py" />
            <source>Record the screen and open the recording.</source>
            <translation>请录制屏幕后打开录像。</translation>
        </message>
        <message>
            <location filename="core/desktops.py" />
            <source>Wayland shows it through the desktop's portal only</source>
            <translation>Wayland 只通过桌面门户共享屏幕</translation>
        </message>
        <message>
            <location filename="core/desktops.py" />
            <source>Choose it in the desktop's dialog.</source>
            <translation>请在桌面的对话框中选择。</translation>
        </message>
        <message>
            <location filename="core/desktops.py" />
            <source>there is no display</source>
            <translation>没有显示器</translation>
        </message>
        <message>
            <location filename="core/desktops.py" />
            <location filename="core/x11_desktop.py" />
            <source>Start it from a desktop session.</source>
            <translation>请在桌面会话中启动。</translation>
        </message>
        <message>
            <location filename="core/diagnostics.py" />
            <source>Cameras</source>
            <translation>摄像头</translation>
        </message>
        <message>
            <location filename="core/diagnostics.py" />
            <source>Processor</source>
            <translation>处理器</translation>
        </message>
        <message>
            <location filename="core/diagnostics.py" />
            <source>Screen capture</source>
            <translation>屏幕捕获</translation>
        </message>
        <message>
            <location filename="core/diagnostics.py" />
            <source>Window capture</source>
            <translation>窗口捕获</translation>
        </message>
        <message>
            <location filename="core/diagnostics.py" />
            <source>{names} are installed together and overwrite each other</source>
            <translation>{names} 同时安装，会互相覆盖</translation>
        </message>
        <message>
            <location filename="core/diagnostics.py" />
            <source>Uninstall all of them and install the one you want.</source>
            <translation>请全部卸载，再安装需要的那一个。</translation>
        </message>
        <message>
            <location filename="core/diagnostics.py" />
            <source>none is connected</source>
            <translation>没有连接</translation>
        </message>
        <message>
            <location filename="core/diagnostics.py" />
            <source>Plug one in.</source>
            <translation>请接上一个。</translation>
        </message>
        <message>
            <location filename="core/diagnostics.py" />
            <source>{count} cores for inference</source>
            <translation>{count} 个核心用于推理</translation>
        </message>
        <message>
            <location filename="core/diagnostics.py" />
            <source>no encoder</source>
            <translation>没有编码器</translation>
        </message>
        <message>
            <location filename="core/diagnostics.py" />
            <source>Choose another codec.</source>
            <translation>请选择其他编解码器。</translation>
        </message>
        <message>
            <location filename="core/diagnostics.py" />
            <source>Encode {codec}</source>
            <translation>编码 {codec}</translation>
        </message>
        <message>
            <location filename="core/diagnostics.py" />
            <source>possible numbers: {names}</source>
            <translation>可能的编号：{names}</translation>
        </message>
        <message>
            <location filename="core/diagnostics.py" />
            <source>Pillow was built without it</source>
            <translation>Pillow 构建时未包含它</translation>
        </message>
        <message>
            <location filename="core/diagnostics.py" />
            <source>Install Pillow's wheel.</source>
            <translation>请安装 Pillow 的 wheel 包。</translation>
        </message>
        <message>
            <location filename="core/diagnostics.py" />
            <source>Install it with: pip install onnxruntime</source>
            <translation>请这样安装：pip install onnxruntime</translation>
        </message>
        <message>
            <location filename="core/enlarging.py" />
            <source>The result would be {size}: more than {most:,} million pixels.</source>
            <translation>结果将为 {size}：超过 {most:,} 百万像素。</translation>
        </message>
        <message>
            <location filename="core/enlarging.py" />
            <source>Choose a smaller scale.</source>
            <translation>请选择更小的倍率。</translation>
        </message>
        <message>
            <location filename="core/enlarging.py" />
            <source>A picture of {size} takes {needed:.1f} GB to make; {limit:.1f} GB are allowed.</source>
            <translation>生成 {size} 的图片需要 {needed:.1f} GB 内存，而允许使用的只有 {limit:.1f} GB。</translation>
        </message>
        <message>
            <location filename="core/enlarging.py" />
            <source>Write PNG or TIFF by a whole factor, which takes little memory, or choose a smaller scale.</source>
            <translation>请以整数倍输出为 PNG 或 TIFF（占用内存很少），或选择较小的倍数。</translation>
        </message>
        <message>
            <location filename="core/export_pictures.py" />
            <source>{path} cannot be written: {detail}.</source>
            <translation>无法写入 {path}：{detail}。</translation>
        </message>
        <message>
            <location filename="core/export_pictures.py" />
            <source>Choose another name or folder.</source>
            <translation>请换一个名称或文件夹。</translation>
        </message>
        <message>
            <location filename="core/export_pictures.py" />
            <source>“{suffix}” is no format that pictures are written in.</source>
            <translation>“{suffix}”不是可写的图片格式。</translation>
        </message>
        <message>
            <location filename="core/export_pictures.py" />
            <location filename="core/export_video.py" />
            <source>Use one of {formats}.</source>
            <translation>请使用以下格式之一：{formats}。</translation>
        </message>
        <message>
            <location filename="core/export_pictures.py" />
            <location filename="core/export_video.py" />
            <source>There is no folder {folder}.</source>
            <translation>没有文件夹 {folder}。</translation>
        </message>
        <message>
            <location filename="core/export_pictures.py" />
            <location filename="core/export_video.py" />
            <source>Make it first.</source>
            <translation>请先创建它。</translation>
        </message>
        <message>
            <location filename="core/export_pictures.py" />
            <source>Give the name of a file.</source>
            <translation>请给出文件名。</translation>
        </message>
        <message>
            <location filename="core/export_pictures.py" />
            <source>{width}×{height} is more than {format} can hold ({most} a side).</source>
            <translation>{width}×{height} 超出 {format} 的容量（每边 {most}）。</translation>
        </message>
        <message>
            <location filename="core/export_pictures.py" />
            <source>Write PNG or TIFF.</source>
            <translation>请写成 PNG 或 TIFF。</translation>
        </message>
        <message>
            <location filename="core/export_pictures.py" />
            <source>TIFF was written without EXIF: it is damaged, or the file over 4 GB.</source>
            <translation>写入的 TIFF 不含 EXIF：EXIF 已损坏，或文件超过 4 GB。</translation>
        </message>
        <message>
            <location filename="core/export_pictures.py" />
            <source>The disk is full; {name} was not written.</source>
            <translation>磁盘已满；{name} 未写入。</translation>
        </message>
        <message>
            <location filename="core/export_pictures.py" />
            <source>Free some space or write elsewhere; what was there before is untouched.</source>
            <translation>请腾出空间或写到别处；原有内容未受影响。</translation>
        </message>
        <message>
            <location filename="core/export_pictures.py" />
            <source>{path} may not be written.</source>
            <translation>没有写入 {path} 的权限。</translation>
        </message>
        <message>
            <location filename="core/export_pictures.py" />
            <source>{format} holds 8 bits; 16 were rounded.</source>
            <translation>{format} 只有 8 位；16 位已舍入。</translation>
        </message>
        <message>
            <location filename="core/export_pictures.py" />
            <source>{format} holds no alpha; it was put on white.</source>
            <translation>{format} 不含透明通道；已置于白底。</translation>
        </message>
        <message>
            <location filename="core/export_pictures.py" />
            <source>JPEG was written without XMP: it is longer than JPEG can hold.</source>
            <translation>写出的 JPEG 不含 XMP：内容超出 JPEG 的容量。</translation>
        </message>
        <message>
            <location filename="core/export_video.py" />
            <source>“{suffix}” is no format that video is written in.</source>
            <translation>“{suffix}”不是可写的视频格式。</translation>
        </message>
        <message>
            <location filename="core/export_video.py" />
            <source>A damaged part was left out: {detail}.</source>
            <translation>已略过损坏的部分：{detail}。</translation>
        </message>
        <message>
            <location filename="core/export_video.py" />
            <location filename="core/video.py" />
            <source>No picture of {name} can be decoded.</source>
            <translation>无法解码 {name} 的任何画面。</translation>
        </message>
        <message>
            <location filename="core/export_video.py" />
            <location filename="core/video.py" />
            <source>The file is cut short or damaged; copy it again.</source>
            <translation>文件不完整或已损坏；请重新复制。</translation>
        </message>
        <message>
            <location filename="core/export_video.py" />
            <location filename="core/video.py" />
            <source>Timestamps were missing or broken and are made up.</source>
            <translation>时间戳缺失或损坏，已自行补全。</translation>
        </message>
        <message>
            <location filename="core/export_video.py" />
            <source>{kind} track {number} ({codec}) cannot be kept in {container}.</source>
            <translation>{container} 无法保留 {kind} 轨道 {number}（{codec}）。</translation>
        </message>
        <message>
            <location filename="core/folder.py" />
            <source>There is no picture in {folder} that can be read.</source>
            <translation>{folder} 中没有可读取的图片。</translation>
        </message>
        <message>
            <location filename="core/folder.py" />
            <source>Choose a folder with PNG, JPEG, WebP, TIFF or BMP files.</source>
            <translation>请选择含有 PNG、JPEG、WebP、TIFF 或 BMP 文件的文件夹。</translation>
        </message>
        <message>
            <location filename="core/folder.py" />
            <source>Passed over: {names}.</source>
            <translation>已跳过：{names}。</translation>
        </message>
        <message>
            <location filename="core/folder.py" />
            <source>{count} pictures</source>
            <translation>{count} 张图片</translation>
        </message>
        <message>
            <location filename="core/folder.py" />
            <source>{path} cannot be listed: {detail}.</source>
            <translation>无法列出 {path}：{detail}。</translation>
        </message>
        <message>
            <location filename="core/folder.py" />
            <source>Check the name and the permissions.</source>
            <translation>请检查名称和权限。</translation>
        </message>
        <message>
            <location filename="core/live.py" />
            <source>The live view stopped: {error}.</source>
            <translation>实时画面已停止：{error}。</translation>
        </message>
        <message>
            <location filename="core/live.py" />
            <source>Open the source again, or choose another method.</source>
            <translation>请重新打开来源，或换一种方法。</translation>
        </message>
        <message>
            <location filename="core/live_experiments.py" />
            <source>On the picture in view, {input} to {output}: mean square error {plain:.2f} with bilinear, {ours:.2f} with {method}, so 1 − {ours:.2f}/{plain:.2f} = {share:.1%} of what bilinear loses is restored; PSNR {decibels}, SSIM {similarity}. The claim says 99 %.</source>
            <translation>当前画面，{input} 到 {output}：双线性的均方误差为 {plain:.2f}，{method} 为 {ours:.2f}，因此 1 − {ours:.2f}/{plain:.2f} = {share:.1%}，即双线性损失的部分恢复了这么多；PSNR {decibels}，SSIM {similarity}。原说法为 99 %。</translation>
        </message>
        <message>
            <location filename="core/live_experiments.py" />
            <source>On the picture in view, as if {output} were 4K: {tiny} upscaled with {method} has PSNR {ours_db} and SSIM {ours_ssim}; {half}, the share of 1080p, shown bilinear has PSNR {native_db} and SSIM {native_ssim}. One frame without motion; DLSS also uses earlier ones.</source>
            <translation>当前画面，设 {output} 为 4K：{tiny} 经 {method} 放大后 PSNR {ours_db}、SSIM {ours_ssim}；相当于 1080p 的 {half} 以双线性显示时 PSNR {native_db}、SSIM {native_ssim}。仅为不含运动的单帧；DLSS 还会利用之前的帧。</translation>
        </message>
        <message>
            <location filename="core/live_experiments.py" />
            <location filename="views/readings.py" />
            <source>identical</source>
            <translation>完全相同</translation>
        </message>
        <message>
            <location filename="core/live_experiments.py" />
            <source>This picture loses nothing when it is taken down, so nothing can be restored.</source>
            <translation>这幅画面降采样后没有损失，因此无从恢复。</translation>
        </message>
        <message>
            <location filename="core/live_experiments.py" />
            <source>Choose a larger preset factor or a picture with detail.</source>
            <translation>请选择倍率更大的预设，或有细节的画面。</translation>
        </message>
        <message>
            <location filename="core/live_experiments.py" />
            <source>The picture is too small to be taken down this far.</source>
            <translation>画面太小，无法降采样到这个程度。</translation>
        </message>
        <message>
            <location filename="core/live_experiments.py" />
            <source>Open a larger one.</source>
            <translation>请打开更大的画面。</translation>
        </message>
        <message>
            <location filename="core/live_fallback.py" />
            <source>{method} failed and bicubic takes its place: {reason}</source>
            <translation>{method} 运行失败，已改用双三次插值：{reason}</translation>
        </message>
        <message>
            <location filename="core/loaded_model.py" />
            <source>The model returned values that are no numbers (NaN or infinite).</source>
            <translation>模型返回了非数值（NaN 或无穷）。</translation>
        </message>
        <message>
            <location filename="core/loaded_model.py" />
            <source>Choose another model, or its 32-bit version.</source>
            <translation>请选择其他模型，或其 32 位版本。</translation>
        </message>
        <message>
            <location filename="core/methods.py" />
            <source>AMD's EASU and RCAS, here on the CPU, where they take far longer than on a GPU; meant for up to 2×</source>
            <translation>AMD 的 EASU 与 RCAS；此处在 CPU 上运行，耗时远高于 GPU；适用于 2× 以内</translation>
        </message>
        <message>
            <location filename="core/methods.py" />
            <source>Nearest</source>
            <translation>最近邻</translation>
        </message>
        <message>
            <location filename="core/methods.py" />
            <source>Bilinear</source>
            <translation>双线性</translation>
        </message>
        <message>
            <location filename="core/methods.py" />
            <location filename="views/controls.py" />
            <source>Bicubic</source>
            <translation>双三次</translation>
        </message>
        <message>
            <location filename="core/methods.py" />
            <source>Lanczos</source>
            <translation>Lanczos</translation>
        </message>
        <message>
            <location filename="core/methods.py" />
            <source>There is no method or model “{name}”.</source>
            <translation>没有名为“{name}”的方法或模型。</translation>
        </message>
        <message>
            <location filename="core/methods.py" />
            <source>Known: {names}, or the path of an .onnx file.</source>
            <translation>可用：{names}，或 .onnx 文件的路径。</translation>
        </message>
        <message>
            <location filename="core/methods.py" />
            <source>photo</source>
            <translation>照片</translation>
        </message>
        <message>
            <location filename="core/methods.py" />
            <source>render</source>
            <translation>渲染</translation>
        </message>
        <message>
            <location filename="core/metrics.py" />
            <source>The pictures differ in size: {first} and {second}.</source>
            <translation>图片尺寸不同：{first} 和 {second}。</translation>
        </message>
        <message>
            <location filename="core/metrics.py" />
            <source>Compare pictures of one size.</source>
            <translation>请比较尺寸相同的图片。</translation>
        </message>
        <message>
            <location filename="core/metrics.py" />
            <source>A border of {border} leaves nothing of {size}.</source>
            <translation>{size} 去掉 {border} 的边框后一无所剩。</translation>
        </message>
        <message>
            <location filename="core/metrics.py" />
            <source>Choose a smaller border.</source>
            <translation>请选择更小的边框。</translation>
        </message>
        <message>
            <location filename="core/model_catalogue.py" />
            <source>{name} cannot be kept: {detail}.</source>
            <translation>无法保存 {name}：{detail}。</translation>
        </message>
        <message>
            <location filename="core/model_catalogue.py" />
            <source>Free some space on the disk.</source>
            <translation>请腾出一些磁盘空间。</translation>
        </message>
        <message>
            <location filename="core/model_corrections.py" />
            <source>“{text}” is no {field}.</source>
            <translation>“{text}”不是有效的 {field}。</translation>
        </message>
        <message>
            <location filename="core/model_corrections.py" />
            <source>Write a whole number from {least} to {most}.</source>
            <translation>请写 {least} 到 {most} 的整数。</translation>
        </message>
        <message>
            <location filename="core/model_corrections.py" />
            <source>“{field}” cannot be corrected.</source>
            <translation>“{field}”不能更正。</translation>
        </message>
        <message>
            <location filename="core/model_corrections.py" />
            <source>Correct one of {fields}.</source>
            <translation>可更正的有：{fields}。</translation>
        </message>
        <message>
            <location filename="core/model_corrections.py" />
            <source>Write one of {values}.</source>
            <translation>可写的值：{values}。</translation>
        </message>
        <message>
            <location filename="core/model_corrections.py" />
            <source>“{text}” corrects nothing.</source>
            <translation>“{text}”没有更正任何内容。</translation>
        </message>
        <message>
            <location filename="core/model_corrections.py" />
            <source>Write, for example, value_range=0..255.</source>
            <translation>请这样写：value_range=0..255。</translation>
        </message>
        <message>
            <location filename="core/model_file.py" />
            <source>{name} is not an ONNX model.</source>
            <translation>{name} 不是 ONNX 模型。</translation>
        </message>
        <message>
            <location filename="core/model_file.py" />
            <source>Export the network to ONNX and choose the .onnx file.</source>
            <translation>请将网络导出为 ONNX，并选择 .onnx 文件。</translation>
        </message>
        <message>
            <location filename="core/model_file.py" />
            <source>{name} needs the operator {domain}.{operator}, which ONNX Runtime does not bring.</source>
            <translation>{name} 需要算子 {domain}.{operator}，ONNX Runtime 不提供。</translation>
        </message>
        <message>
            <location filename="core/model_file.py" />
            <source>Pixelwatt loads no operator libraries; export the model with standard operators.</source>
            <translation>Pixelwatt 不加载算子库；请用标准算子导出模型。</translation>
        </message>
        <message>
            <location filename="core/model_file.py" />
            <source>{name} is larger than an ONNX file can be (2 GB).</source>
            <translation>{name} 超过了 ONNX 文件的上限（2 GB）。</translation>
        </message>
        <message>
            <location filename="core/model_file.py" />
            <source>Choose the .onnx file of a model for pictures.</source>
            <translation>请选择图像模型的 .onnx 文件。</translation>
        </message>
        <message>
            <location filename="core/model_file.py" />
            <source>There is no model file {path}.</source>
            <translation>没有模型文件 {path}。</translation>
        </message>
        <message>
            <location filename="core/model_file.py" />
            <location filename="core/pictures.py" />
            <location filename="core/video.py" />
            <source>{path} may not be read.</source>
            <translation>没有读取 {path} 的权限。</translation>
        </message>
        <message>
            <location filename="core/model_file.py" />
            <location filename="core/pictures.py" />
            <location filename="core/video.py" />
            <source>Ask its owner for permission to read it, or copy it elsewhere.</source>
            <translation>请向所有者申请读取权限，或将其复制到别处。</translation>
        </message>
        <message>
            <location filename="core/model_file.py" />
            <source>Choose an .onnx file.</source>
            <translation>请选择 .onnx 文件。</translation>
        </message>
        <message>
            <location filename="core/model_file.py" />
            <source>{name} breaks the rules of ONNX: {detail}</source>
            <translation>{name} 不符合 ONNX 规范：{detail}</translation>
        </message>
        <message>
            <location filename="core/model_file.py" />
            <location filename="core/onnx_model.py" />
            <source>Export it again with a newer exporter.</source>
            <translation>请用较新的导出工具重新导出。</translation>
        </message>
        <message>
            <location filename="core/model_file.py" />
            <source>{name} keeps its weights in other files ({tensor}).</source>
            <translation>{name} 的权重存放在其他文件中（{tensor}）。</translation>
        </message>
        <message>
            <location filename="core/model_file.py" />
            <source>Save it as one file: onnx.save(model, path, save_as_external_data=False).</source>
            <translation>请保存为单个文件：onnx.save(model, path, save_as_external_data=False)。</translation>
        </message>
        <message>
            <location filename="core/model_memory.py" />
            <source>{names} cannot be corrected.</source>
            <translation>{names} 无法更正。</translation>
        </message>
        <message>
            <location filename="core/model_probe.py" />
            <source>{name} took over {seconds} s to try.</source>
            <translation>试运行 {name} 超过了 {seconds} 秒。</translation>
        </message>
        <message>
            <location filename="core/model_probe.py" />
            <location filename="core/onnx_model.py" />
            <source>Choose a smaller model.</source>
            <translation>请选择更小的模型。</translation>
        </message>
        <message>
            <location filename="core/model_probe.py" />
            <source>{name} brings ONNX Runtime down (exit {code}).</source>
            <translation>{name} 导致 ONNX Runtime 崩溃（退出码 {code}）。</translation>
        </message>
        <message>
            <location filename="core/model_probe.py" />
            <source>The file is damaged or needs more memory than there is; get it again.</source>
            <translation>文件已损坏或所需内存超出可用内存；请重新获取。</translation>
        </message>
        <message>
            <location filename="core/model_probe.py" />
            <source>{name} needs more memory than there is.</source>
            <translation>{name} 所需内存超出可用内存。</translation>
        </message>
        <message>
            <location filename="core/neural.py" />
            <source>no GPU provider is installed</source>
            <translation>未安装 GPU 提供程序</translation>
        </message>
        <message>
            <location filename="core/neural.py" />
            <source>Not enough memory for tiles of {old}; going on with {new}.</source>
            <translation>内存不足以处理 {old} 的分块；改用 {new} 继续。</translation>
        </message>
        <message>
            <location filename="core/neural.py" />
            <source>{failed} failed, going on with {next}: {why}</source>
            <translation>{failed} 失败，改用 {next} 继续：{why}</translation>
        </message>
        <message>
            <location filename="core/neural.py" />
            <source>This model looks at the whole picture: tiles of {size} may show seams.</source>
            <translation>此模型着眼于整幅画面：{size} 的分块可能出现接缝。</translation>
        </message>
        <message>
            <location filename="core/neural.py" />
            <source>{provider} differs from the CPU by up to {levels} of 255 levels with this model; its pictures may be wrong.</source>
            <translation>对此模型，{provider} 与 CPU 的结果最多相差 {levels}/255 级；其画面可能有误。</translation>
        </message>
        <message>
            <location filename="core/onnx_graph.py" />
            <source>The model's operator set is too old and cannot be brought up to date: {detail}</source>
            <translation>模型的算子集太旧，无法升级：{detail}</translation>
        </message>
        <message>
            <location filename="core/onnx_graph.py" />
            <source>Export it again with opset {opset} or newer.</source>
            <translation>请用 opset {opset} 或更新版本重新导出。</translation>
        </message>
        <message>
            <location filename="core/onnx_model.py" />
            <source>Choose a model that turns one picture into one larger picture.</source>
            <translation>请选择将一幅图片变为一幅更大图片的模型。</translation>
        </message>
        <message>
            <location filename="core/onnx_model.py" />
            <source>The input of {name} is not a picture: its shape is {shape}, and no side of it has 1, 3 or 4 channels.</source>
            <translation>{name} 的输入不是图片：其形状为 {shape}，没有 1、3 或 4 通道的维度。</translation>
        </message>
        <message>
            <location filename="core/onnx_model.py" />
            <source>{name} takes {count} inputs instead of one picture.</source>
            <translation>{name} 需要 {count} 个输入，而不是一幅图片。</translation>
        </message>
        <message>
            <location filename="core/onnx_model.py" />
            <source>The input of {name} is not a picture: {kind} with {rank} dimensions.</source>
            <translation>{name} 的输入不是图片：{kind}，{rank} 维。</translation>
        </message>
        <message>
            <location filename="core/onnx_model.py" />
            <source>{name} takes {count} pictures at a time instead of one.</source>
            <translation>{name} 一次要接收 {count} 张图片，而不是一张。</translation>
        </message>
        <message>
            <location filename="core/onnx_model.py" />
            <source>Export it again with a batch of 1, or a free one.</source>
            <translation>请以批大小 1 或可变批大小重新导出。</translation>
        </message>
        <message>
            <location filename="core/onnx_model.py" />
            <source>{name} needs {needed:,.0f} GB for a picture of {width}×{height}.</source>
            <translation>{name} 处理 {width}×{height} 的图片需要 {needed:,.0f} GB。</translation>
        </message>
        <message>
            <location filename="core/onnx_model.py" />
            <source>{name} turns {width}×{height}×{channels} into {result}, which is no whole scale.</source>
            <translation>{name} 将 {width}×{height}×{channels} 变为 {result}，不是整数倍率。</translation>
        </message>
        <message>
            <location filename="core/onnx_model.py" />
            <source>{name} returns values that are no numbers (NaN or infinite).</source>
            <translation>{name} 返回了非数值（NaN 或无穷）。</translation>
        </message>
        <message>
            <location filename="core/onnx_model.py" />
            <source>Its weights are damaged or it was made for another precision; get it again.</source>
            <translation>其权重已损坏，或为其他精度而制；请重新获取。</translation>
        </message>
        <message>
            <location filename="core/onnx_model.py" />
            <source>The shapes in {name} contradict each other.</source>
            <translation>{name} 中的形状互相矛盾。</translation>
        </message>
        <message>
            <location filename="core/onnx_model.py" />
            <source>ONNX Runtime cannot load {name}: {detail}</source>
            <translation>ONNX Runtime 无法加载 {name}：{detail}</translation>
        </message>
        <message>
            <location filename="core/onnx_model.py" />
            <source>the output has the shape {shape}</source>
            <translation>输出的形状为 {shape}</translation>
        </message>
        <message>
            <location filename="core/onnx_model.py" />
            <source>{name} fails on a picture: {detail}</source>
            <translation>{name} 处理图片失败：{detail}</translation>
        </message>
        <message>
            <location filename="core/picture_source.py" />
            <source>With {size} the picture is too large to be compared whole; it is shown at {shown}. Export reads the whole file.</source>
            <translation>图片尺寸为 {size}，太大而无法整幅对比，现以 {shown} 显示。导出时会读取整个文件。</translation>
        </message>
        <message>
            <location filename="core/picture_source.py" />
            <source>grey</source>
            <translation>灰度</translation>
        </message>
        <message>
            <location filename="core/picture_source.py" />
            <source>RGB with alpha</source>
            <translation>带透明通道的 RGB</translation>
        </message>
        <message>
            <location filename="core/pictures.py" />
            <source>{name} is {width}×{height} and would need {needed:.1f} GB to decode; {limit:.1f} GB are allowed.</source>
            <translation>{name} 为 {width}×{height}，解码需要 {needed:.1f} GB；上限为 {limit:.1f} GB。</translation>
        </message>
        <message>
            <location filename="core/pictures.py" />
            <source>Raise the memory limit or cut the picture into parts.</source>
            <translation>请提高内存上限，或将图片切成几部分。</translation>
        </message>
        <message>
            <location filename="core/pictures.py" />
            <source>{name} holds floating-point values of unknown range.</source>
            <translation>{name} 含有范围未知的浮点值。</translation>
        </message>
        <message>
            <location filename="core/pictures.py" />
            <source>Convert it to 16-bit PNG or TIFF first.</source>
            <translation>请先转换为 16 位 PNG 或 TIFF。</translation>
        </message>
        <message>
            <location filename="core/pictures.py" />
            <source>Choose a picture in it.</source>
            <translation>请选择其中的一张图片。</translation>
        </message>
        <message>
            <location filename="core/pictures.py" />
            <source>{name} is not a picture that can be read.</source>
            <translation>{name} 不是可读取的图片。</translation>
        </message>
        <message>
            <location filename="core/pictures.py" />
            <source>Use PNG, JPEG, WebP, TIFF or BMP.</source>
            <translation>请使用 PNG、JPEG、WebP、TIFF 或 BMP。</translation>
        </message>
        <message>
            <location filename="core/pictures.py" />
            <source>There is not enough memory to open {name}.</source>
            <translation>内存不足，无法打开 {name}。</translation>
        </message>
        <message>
            <location filename="core/pictures.py" />
            <source>Close other programs or use a smaller picture.</source>
            <translation>请关闭其他程序，或使用更小的图片。</translation>
        </message>
        <message>
            <location filename="core/pictures.py" />
            <source>{name} is damaged or cut short: {detail}.</source>
            <translation>{name} 已损坏或不完整：{detail}。</translation>
        </message>
        <message>
            <location filename="core/pictures.py" />
            <source>Copy or download the file again.</source>
            <translation>请重新复制或下载该文件。</translation>
        </message>
        <message>
            <location filename="core/pictures.py" />
            <source>{name} cannot be decoded: {detail}.</source>
            <translation>无法解码 {name}：{detail}。</translation>
        </message>
        <message>
            <location filename="core/pictures.py" />
            <source>The clipboard holds no picture that can be read.</source>
            <translation>剪贴板中没有可读取的图片。</translation>
        </message>
        <message>
            <location filename="core/pictures.py" />
            <source>Copy the picture again.</source>
            <translation>请重新复制图片。</translation>
        </message>
        <message>
            <location filename="core/pipeline.py" />
            <source>The source ({source}) is smaller than the render size ({render}); it is used as it is.</source>
            <translation>来源（{source}）小于渲染尺寸（{render}），因此直接使用。</translation>
        </message>
        <message>
            <location filename="core/portal_source.py" />
            <source>What was chosen cannot be read: {why}.</source>
            <translation>无法读取所选内容：{why}。</translation>
        </message>
        <message>
            <location filename="core/portal_source.py" />
            <source>If it is minimised, bring it to the front; then choose it again.</source>
            <translation>如果它已最小化，请先将其恢复到前台，再重新选择。</translation>
        </message>
        <message>
            <location filename="core/portal_source.py" />
            <source>Shared window</source>
            <translation>共享的窗口</translation>
        </message>
        <message>
            <location filename="core/portal_source.py" />
            <source>Shared screen</source>
            <translation>共享的屏幕</translation>
        </message>
        <message>
            <location filename="core/portal_source.py" />
            <source>“{title}” is not shared any more.</source>
            <translation>“{title}”已停止共享。</translation>
        </message>
        <message>
            <location filename="core/portal_source.py" />
            <source>The desktop or the window ended it; what it showed last stays. Choose it again.</source>
            <translation>共享已被桌面或该窗口结束；最后的画面会保留。请重新选择。</translation>
        </message>
        <message>
            <location filename="core/portal_source.py" />
            <source>Waiting until something moves there</source>
            <translation>等待所选画面出现变化</translation>
        </message>
        <message>
            <location filename="core/portal_source.py" />
            <source>Choose in the desktop's dialog</source>
            <translation>请在桌面的对话框中选择</translation>
        </message>
        <message>
            <location filename="core/portal_source.py" />
            <source>PipeWire does not connect what was chosen.</source>
            <translation>PipeWire 没有连接所选内容。</translation>
        </message>
        <message>
            <location filename="core/portal_source.py" />
            <source>Start its session manager, WirePlumber, or log in again.</source>
            <translation>请启动其会话管理器 WirePlumber，或重新登录。</translation>
        </message>
        <message>
            <location filename="core/presets.py" />
            <source>DLAA</source>
            <translation>DLAA</translation>
        </message>
        <message>
            <location filename="core/presets.py" />
            <source>Quality</source>
            <translation>质量</translation>
        </message>
        <message>
            <location filename="core/presets.py" />
            <source>Balanced</source>
            <translation>平衡</translation>
        </message>
        <message>
            <location filename="core/presets.py" />
            <source>Performance</source>
            <translation>性能</translation>
        </message>
        <message>
            <location filename="core/presets.py" />
            <source>Ultra Performance</source>
            <translation>超级性能</translation>
        </message>
        <message>
            <location filename="core/presets.py" />
            <location filename="preferences.py" />
            <source>Custom 6×</source>
            <translation>自定义 6×</translation>
        </message>
        <message>
            <location filename="core/presets.py" />
            <location filename="preferences.py" />
            <source>Custom 9×</source>
            <translation>自定义 9×</translation>
        </message>
        <message>
            <location filename="core/presets.py" />
            <source>There is no preset “{name}”.</source>
            <translation>没有预设“{name}”。</translation>
        </message>
        <message>
            <location filename="core/presets.py" />
            <source>Presets: {names}.</source>
            <translation>预设：{names}。</translation>
        </message>
        <message>
            <location filename="core/providers.py" />
            <source>not part of this ONNX Runtime</source>
            <translation>此 ONNX Runtime 不包含</translation>
        </message>
        <message>
            <location filename="core/providers.py" />
            <source>Install {package} where the hardware is there.</source>
            <translation>若有相应硬件，请安装 {package}。</translation>
        </message>
        <message>
            <location filename="core/providers.py" />
            <source>There is no provider “{name}”.</source>
            <translation>没有提供程序“{name}”。</translation>
        </message>
        <message>
            <location filename="core/providers.py" />
            <source>Providers: {names}.</source>
            <translation>提供程序：{names}。</translation>
        </message>
        <message>
            <location filename="core/providers.py" />
            <source>built into ONNX Runtime {version}</source>
            <translation>内置于 ONNX Runtime {version}</translation>
        </message>
        <message>
            <location filename="core/providers.py" />
            <source>its plug-in finds no device</source>
            <translation>其插件找不到设备</translation>
        </message>
        <message>
            <location filename="core/providers.py" />
            <source>Install the graphics driver (Vulkan on Linux).</source>
            <translation>请安装显卡驱动（Linux 上为 Vulkan）。</translation>
        </message>
        <message>
            <location filename="core/providers.py" />
            <source>“{wanted}” names no device.</source>
            <translation>“{wanted}”没有指明设备。</translation>
        </message>
        <message>
            <location filename="core/providers.py" />
            <source>Write, for example, cuda:1.</source>
            <translation>例如写 cuda:1。</translation>
        </message>
        <message>
            <location filename="core/providers.py" />
            <source>Update the graphics driver.</source>
            <translation>请更新显卡驱动。</translation>
        </message>
        <message>
            <location filename="core/providers.py" />
            <source>plug-in, devices: {names}</source>
            <translation>插件，设备：{names}</translation>
        </message>
        <message>
            <location filename="core/quartz_desktop.py" />
            <source>macOS has not allowed Pixelwatt to record the screen</source>
            <translation>macOS 尚未允许 Pixelwatt 录制屏幕</translation>
        </message>
        <message>
            <location filename="core/quartz_desktop.py" />
            <source>Allow it in System Settings, Privacy &amp; Security, Screen &amp; System Audio Recording; then start Pixelwatt again.</source>
            <translation>请在“系统设置”的“隐私与安全性”中，于“录屏与系统录音”下允许，然后重新启动 Pixelwatt。</translation>
        </message>
        <message>
            <location filename="core/quartz_desktop.py" />
            <source>this macOS lacks a function: {why}</source>
            <translation>此版本的 macOS 缺少所需函数：{why}</translation>
        </message>
        <message>
            <location filename="core/screen.py" />
            <location filename="core/screen_portal.py" />
            <source>The screen cannot be read: {why}.</source>
            <translation>无法读取屏幕：{why}。</translation>
        </message>
        <message>
            <location filename="core/screen.py" />
            <source>The chosen part lies outside the screen of {size}.</source>
            <translation>所选部分超出 {size} 的屏幕。</translation>
        </message>
        <message>
            <location filename="core/screen.py" />
            <source>Choose a part on the screen.</source>
            <translation>请选择屏幕内的部分。</translation>
        </message>
        <message>
            <location filename="core/screen.py" />
            <source>the system gives no picture</source>
            <translation>系统没有给出画面</translation>
        </message>
        <message>
            <location filename="core/screen.py" />
            <location filename="core/screen_portal.py" />
            <source>Start Pixelwatt from the desktop.</source>
            <translation>请从桌面启动 Pixelwatt。</translation>
        </message>
        <message>
            <location filename="core/screen.py" />
            <location filename="views/sources.py" />
            <source>Screen</source>
            <translation>屏幕</translation>
        </message>
        <message>
            <location filename="core/screen.py" />
            <source>Part of the screen</source>
            <translation>屏幕的一部分</translation>
        </message>
        <message>
            <location filename="core/screen_portal.py" />
            <source>through the desktop's portal</source>
            <translation>通过桌面门户</translation>
        </message>
        <message>
            <location filename="core/screen_portal.py" />
            <source>Log in again, then try again.</source>
            <translation>请重新登录后再试。</translation>
        </message>
        <message>
            <location filename="core/screen_portal.py" />
            <source>the desktop ended the request</source>
            <translation>桌面结束了此次请求</translation>
        </message>
        <message>
            <location filename="core/screen_portal.py" />
            <source>Choose it again; if that does not help, look at the messages of xdg-desktop-portal.</source>
            <translation>请重新选择；若仍不行，请查看 xdg-desktop-portal 的日志。</translation>
        </message>
        <message>
            <location filename="core/screen_portal.py" />
            <source>on Wayland the desktop's portal is needed, and no D-Bus session bus runs</source>
            <translation>Wayland 上需要桌面门户，但没有运行中的 D-Bus 会话总线</translation>
        </message>
        <message>
            <location filename="core/screen_portal.py" />
            <source>the desktop has no portal that shares the screen</source>
            <translation>桌面没有可共享屏幕的门户</translation>
        </message>
        <message>
            <location filename="core/screen_portal.py" />
            <source>Install xdg-desktop-portal and your desktop's part of it, such as xdg-desktop-portal-gnome, -kde or -wlr, then log in again.</source>
            <translation>请安装 xdg-desktop-portal 及所用桌面的后端（如 xdg-desktop-portal-gnome、-kde 或 -wlr），然后重新登录。</translation>
        </message>
        <message>
            <location filename="core/screen_portal.py" />
            <source>on Wayland PipeWire's library is needed: {why}</source>
            <translation>Wayland 上需要 PipeWire 库：{why}</translation>
        </message>
        <message>
            <location filename="core/screen_portal.py" />
            <source>Install PipeWire (Debian and Ubuntu: libpipewire-0.3-0; Fedora: pipewire-libs).</source>
            <translation>请安装 PipeWire（Debian 和 Ubuntu：libpipewire-0.3-0；Fedora：pipewire-libs）。</translation>
        </message>
        <message>
            <location filename="core/screen_portal.py" />
            <source>the desktop shares nothing</source>
            <translation>桌面没有共享任何内容</translation>
        </message>
        <message>
            <location filename="core/screen_portal.py" />
            <source>Choose it again.</source>
            <translation>请重新选择。</translation>
        </message>
        <message>
            <location filename="core/screen_portal.py" />
            <source>No screen or window was chosen.</source>
            <translation>未选择屏幕或窗口。</translation>
        </message>
        <message>
            <location filename="core/screen_portal.py" />
            <source>Choose again, and allow it in the desktop's dialog.</source>
            <translation>请重新选择，并在桌面的对话框中允许共享。</translation>
        </message>
        <message>
            <location filename="core/screen_portal.py" />
            <source>the desktop's portal does not answer</source>
            <translation>桌面门户没有响应</translation>
        </message>
        <message>
            <location filename="core/sessions.py" />
            <source>ONNX Runtime failed: {detail}</source>
            <translation>ONNX Runtime 失败：{detail}</translation>
        </message>
        <message>
            <location filename="core/sessions.py" />
            <source>Choose another provider or model.</source>
            <translation>请选择其他提供程序或模型。</translation>
        </message>
        <message>
            <location filename="core/sessions.py" />
            <source>{provider} took none of the model's nodes</source>
            <translation>{provider} 未接受模型的任何节点</translation>
        </message>
        <message>
            <location filename="core/sessions.py" />
            <source>There is not enough memory for this picture.</source>
            <translation>内存不足以处理此图片。</translation>
        </message>
        <message>
            <location filename="core/sessions.py" />
            <source>Use smaller tiles.</source>
            <translation>请使用更小的分块。</translation>
        </message>
        <message>
            <location filename="core/sheet.py" />
            <source>The sheet would be {width}×{height}.</source>
            <translation>拼图将为 {width}×{height}。</translation>
        </message>
        <message>
            <location filename="core/sheet.py" />
            <source>Choose a region, or fewer pictures.</source>
            <translation>请选择一个区域，或减少图片。</translation>
        </message>
        <message>
            <location filename="core/sheet.py" />
            <source>There is nothing to compare.</source>
            <translation>没有可比较的内容。</translation>
        </message>
        <message>
            <location filename="core/sheet.py" />
            <source>Name two pictures or more.</source>
            <translation>请指定两张或更多图片。</translation>
        </message>
        <message>
            <location filename="core/sheet.py" />
            <source>The region does not lie inside {size}.</source>
            <translation>区域不在 {size} 之内。</translation>
        </message>
        <message>
            <location filename="core/sheet.py" />
            <source>Give left, top, width and height in pixels.</source>
            <translation>请以像素给出左、上、宽、高。</translation>
        </message>
        <message>
            <location filename="core/strip_readers.py" />
            <source>the data ends too early or has an unknown layout</source>
            <translation>数据过早结束或布局未知</translation>
        </message>
        <message>
            <location filename="core/upscaling.py" />
            <source>{provider}, because {reason}</source>
            <translation>{provider}，因为{reason}</translation>
        </message>
        <message>
            <location filename="core/upscaling.py" />
            <source>{provider} ({placed} of {all} nodes)</source>
            <translation>{provider}（{all} 个节点中的 {placed} 个）</translation>
        </message>
        <message>
            <location filename="core/video.py" />
            <source>{name} has no video stream.</source>
            <translation>{name} 没有视频流。</translation>
        </message>
        <message>
            <location filename="core/video.py" />
            <source>It may hold only sound; choose a file with pictures.</source>
            <translation>它可能只有声音；请选择含有画面的文件。</translation>
        </message>
        <message>
            <location filename="core/video.py" />
            <source>The video stream of {name} cannot be decoded.</source>
            <translation>无法解码 {name} 的视频流。</translation>
        </message>
        <message>
            <location filename="core/video.py" />
            <source>Convert it to H.264 in MP4 or MKV.</source>
            <translation>请转换为 MP4 或 MKV 中的 H.264。</translation>
        </message>
        <message>
            <location filename="core/video.py" />
            <source> (assumed)</source>
            <translation>（推定）</translation>
        </message>
        <message>
            <location filename="core/video.py" />
            <source>full range</source>
            <translation>全范围</translation>
        </message>
        <message>
            <location filename="core/video.py" />
            <source>limited range</source>
            <translation>有限范围</translation>
        </message>
        <message>
            <location filename="core/video.py" />
            <source>Choose a video in it.</source>
            <translation>请选择其中的一个视频。</translation>
        </message>
        <message>
            <location filename="core/video.py" />
            <source>{name} is not a video that can be read.</source>
            <translation>{name} 不是可读取的视频。</translation>
        </message>
        <message>
            <location filename="core/video.py" />
            <source>If it plays elsewhere, convert it to MP4 or MKV; else copy it again.</source>
            <translation>若能在别处播放，请转换为 MP4 或 MKV；否则请重新复制。</translation>
        </message>
        <message>
            <location filename="core/video.py" />
            <source>{name} is damaged: {detail}.</source>
            <translation>{name} 已损坏：{detail}。</translation>
        </message>
        <message>
            <location filename="core/video.py" />
            <source>What came before stays; copy the file again.</source>
            <translation>之前的内容保留；请重新复制文件。</translation>
        </message>
        <message>
            <location filename="core/video_encoding.py" />
            <source>There is no encoder for “{codec}” here.</source>
            <translation>此处没有“{codec}”的编码器。</translation>
        </message>
        <message>
            <location filename="core/video_encoding.py" />
            <source>Codecs: {names}.</source>
            <translation>编解码器：{names}。</translation>
        </message>
        <message>
            <location filename="core/x11_composite.py" />
            <source>the X server has no Composite extension</source>
            <translation>X 服务器没有 Composite 扩展</translation>
        </message>
        <message>
            <location filename="core/x11_desktop.py" />
            <source>no X11 display answers</source>
            <translation>没有 X11 显示器响应</translation>
        </message>
        <message>
            <location filename="core/x11_desktop.py" />
            <source>Install libxcb1.</source>
            <translation>请安装 libxcb1。</translation>
        </message>
        <message>
            <location filename="core/x11_desktop.py" />
            <source>where another window covers it, that one is seen ({why})</source>
            <translation>被其他窗口遮住的部分会显示那个窗口（{why}）</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Upscaler</source>
            <translation>超分辨率</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Playback</source>
            <translation>播放</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Comparison</source>
            <translation>对比</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <location filename="views/controls.py" />
            <location filename="views/panel.py" />
            <location filename="views/readings.py" />
            <location filename="views/sources.py" />
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <location filename="views/key_help.py" />
            <source>Play or pause</source>
            <translation>播放或暂停</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>One frame back</source>
            <translation>后退一帧</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>One frame on</source>
            <translation>前进一帧</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>One second back</source>
            <translation>后退一秒</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>One second on</source>
            <translation>前进一秒</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <location filename="views/key_help.py" />
            <source>Back to the start</source>
            <translation>回到开头</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <location filename="preferences.py" />
            <location filename="views/key_help.py" />
            <source>Play again at the end</source>
            <translation>循环播放</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <location filename="views/key_help.py" />
            <source>Fit the picture</source>
            <translation>适应窗口</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <location filename="views/key_help.py" />
            <source>One picture pixel per screen pixel</source>
            <translation>按实际像素显示（1:1）</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Zoom in</source>
            <translation>放大</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Zoom out</source>
            <translation>缩小</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <location filename="preferences.py" />
            <source>Split, side to side</source>
            <translation>左右分割</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <location filename="preferences.py" />
            <source>Split, top to bottom</source>
            <translation>上下分割</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <location filename="preferences.py" />
            <source>Side by side</source>
            <translation>并排</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <location filename="preferences.py" />
            <source>Grid</source>
            <translation>网格</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <location filename="preferences.py" />
            <source>Flicker</source>
            <translation>闪烁切换</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Difference from the original</source>
            <translation>与原图的差异</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <location filename="views/key_help.py" />
            <source>Inspect pixels</source>
            <translation>像素检查</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <location filename="views/key_help.py" />
            <location filename="views/score_table.py" />
            <source>Scores of the methods</source>
            <translation>各方法评分</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Blind test…</source>
            <translation>盲测…</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Upscale the picture in the clipboard</source>
            <translation>放大剪贴板中的图片</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <location filename="views/sources.py" />
            <source>Demo clip</source>
            <translation>演示短片</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <location filename="views/sources.py" />
            <source>Demo still</source>
            <translation>演示图片</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <location filename="views/controls.py" />
            <source>Add an ONNX model…</source>
            <translation>添加 ONNX 模型…</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Copy the upscaled picture</source>
            <translation>复制放大后的图片</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Upscale the files of a folder…</source>
            <translation>放大文件夹中的文件…</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <location filename="views/key_help.py" />
            <source>Keys of the upscaler</source>
            <translation>超分辨率面板的按键</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Copy the comparison as it is on screen</source>
            <translation>复制屏幕上的对比画面</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Upscaled picture</source>
            <translation>放大后的图片</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Comparison sheet</source>
            <translation>对比拼图</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Upscaled video</source>
            <translation>放大后的视频</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Upscale a picture or a video into a file</source>
            <translation>将图片或视频放大并写入文件</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Compare a picture with its reference: PSNR and SSIM</source>
            <translation>将图片与参考图比较：PSNR 与 SSIM</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>List the upscaling methods and models</source>
            <translation>列出放大方法和模型</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Draw pictures side by side on one labelled sheet</source>
            <translation>将图片并排绘制在一张带标签的拼图上</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Upscale many files and folders, one after another</source>
            <translation>依次放大多个文件和文件夹</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>A picture, a video or a camera upscaled live, side by side</source>
            <translation>实时放大图片、视频或摄像头画面，并排对比</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Pictures and videos</source>
            <translation>图片和视频</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>ONNX models</source>
            <translation>ONNX 模型</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Inference</source>
            <translation>推理</translation>
        </message>
        <message>
            <location filename="plugin.py" />
            <source>Pictures, video and cameras</source>
            <translation>图片、视频和摄像头</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <location filename="views/controls.py" />
            <source>Preset</source>
            <translation>预设</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>How much smaller than the output a picture is rendered.</source>
            <translation>渲染尺寸比输出尺寸小多少。</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>Take the source down</source>
            <translation>降采样来源</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>A source that is taken down first has its original to be judged by. Games sample points; cameras and video average areas.</source>
            <translation>先降采样的来源可以拿原图来评判。游戏按点采样；摄像头和视频按面积平均。</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <location filename="views/controls.py" />
            <source>Output size</source>
            <translation>输出尺寸</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>“Automatic” takes the source's size, or less where that would not play.</source>
            <translation>“自动”采用来源的尺寸；若无法流畅播放则适当缩小。</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <location filename="views/controls.py" />
            <source>Methods</source>
            <translation>方法</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>Names separated by commas; empty takes the fastest model there is.</source>
            <translation>以英文逗号分隔的名称；留空则使用最快的模型。</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>View</source>
            <translation>视图</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>Show what was upscaled</source>
            <translation>显示放大前的画面</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>Show the original</source>
            <translation>显示原图</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>Show the table of scores</source>
            <translation>显示评分表</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>Execution provider</source>
            <translation>执行提供程序</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>“auto”, “cpu” or a provider's name, as `pixelwatt doctor` lists them.</source>
            <translation>“auto”、“cpu”或提供程序名称，见 `pixelwatt doctor` 的列表。</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <location filename="views/key_help.py" />
            <source>Blend pixels when zoomed in</source>
            <translation>放大查看时平滑像素</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>Off shows each pixel as a square from 200 % on.</source>
            <translation>关闭时，从 200 % 起每个像素显示为方块。</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>Pictures are drawn by</source>
            <translation>画面由谁绘制</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>“Automatic” begins with the processor and goes over to the graphics card when drawing takes longer than 12 ms.</source>
            <translation>“自动”先由处理器绘制；一旦绘制超过 12 毫秒，就改由显卡绘制。</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>Flicker rate</source>
            <translation>闪烁频率</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>Changes per second. More than three may harm people with epilepsy.</source>
            <translation>每秒切换次数。超过三次可能危害癫痫患者。</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>Difference</source>
            <translation>差异</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>End of the difference scale</source>
            <translation>差异色标上限</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>In steps of 1/255.</source>
            <translation>以 1/255 为单位。</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>Codec of exported videos</source>
            <translation>导出视频的编码</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>“Automatic” takes what the file's format usually holds.</source>
            <translation>“自动”采用该文件格式通常使用的编码。</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>Quality of exported pictures</source>
            <translation>导出图片的质量</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>DLAA 1×</source>
            <translation>DLAA 1×</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>Quality 1.5×</source>
            <translation>质量 1.5×</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>Balanced 1.724×</source>
            <translation>平衡 1.724×</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>Performance 2×</source>
            <translation>性能 2×</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>Ultra Performance 3×</source>
            <translation>超级性能 3×</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>Point-sampled, as a game renders</source>
            <translation>点采样，如同游戏渲染</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>Averaged, as video is made</source>
            <translation>面积平均，如同视频拍摄</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>Bicubic, as research papers do</source>
            <translation>双三次，如同论文惯例</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>Not at all: upscale the source as it is</source>
            <translation>不降采样：直接放大来源</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <location filename="views/controls.py" />
            <source>Automatic</source>
            <translation>自动</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <location filename="views/controls.py" />
            <source>Source size</source>
            <translation>来源尺寸</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>The processor</source>
            <translation>处理器</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>The graphics card</source>
            <translation>显卡</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>Absolute</source>
            <translation>绝对值</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>Signed</source>
            <translation>带符号</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <location filename="views/readings.py" />
            <location filename="views/score_table.py" />
            <source>SSIM</source>
            <translation>SSIM</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <location filename="views/score_table.py" />
            <source>FLIP</source>
            <translation>FLIP</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <location filename="views/controls.py" />
            <source>Over time: flicker and ghosting</source>
            <translation>随时间：闪烁与重影</translation>
        </message>
        <message>
            <location filename="preferences.py" />
            <source>FFV1, lossless</source>
            <translation>FFV1，无损</translation>
        </message>
        <message>
            <location filename="views/batch.py" />
            <source>The batch runs with {method}; progress is in the job list.</source>
            <translation>批处理正以 {method} 运行；进度见任务列表。</translation>
        </message>
        <message>
            <location filename="views/batch.py" />
            <source>{made} files written to {folder}, {skipped} were there already, {failed} failed.</source>
            <translation>已向 {folder} 写入 {made} 个文件，{skipped} 个已存在，{failed} 个失败。</translation>
        </message>
        <message>
            <location filename="views/batch.py" />
            <source>Upscale the files of this folder</source>
            <translation>放大此文件夹中的文件</translation>
        </message>
        <message>
            <location filename="views/batch.py" />
            <source>Put the results into this folder</source>
            <translation>将结果放入此文件夹</translation>
        </message>
        <message>
            <location filename="views/batch.py" />
            <source>Upscale the files of {folder}</source>
            <translation>放大 {folder} 中的文件</translation>
        </message>
        <message>
            <location filename="views/batch.py" />
            <source>{done} of {total}: {text}</source>
            <translation>{done}/{total}：{text}</translation>
        </message>
        <message>
            <location filename="views/batch.py" />
            <source>Go on</source>
            <translation>继续</translation>
        </message>
        <message>
            <location filename="views/batch.py" />
            <source>The batch is paused.</source>
            <translation>批处理已暂停。</translation>
        </message>
        <message>
            <location filename="views/batch.py" />
            <location filename="views/play_bar.py" />
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
        <message>
            <location filename="views/blind_bar.py" />
            <source>{right} of {trials} right; guessing does so in {chance} % of tests. {verdict}</source>
            <translation>{trials} 次中答对 {right} 次；纯靠猜测有 {chance} % 的概率做到。{verdict}</translation>
        </message>
        <message>
            <location filename="views/blind_bar.py" />
            <source>First picture</source>
            <translation>第一幅画面</translation>
        </message>
        <message>
            <location filename="views/blind_bar.py" />
            <source>Second picture</source>
            <translation>第二幅画面</translation>
        </message>
        <message>
            <location filename="views/blind_bar.py" />
            <source>Can you tell</source>
            <translation>您能分辨</translation>
        </message>
        <message>
            <location filename="views/blind_bar.py" />
            <source>from</source>
            <translation>和</translation>
        </message>
        <message>
            <location filename="views/blind_bar.py" />
            <source>Start the blind test</source>
            <translation>开始盲测</translation>
        </message>
        <message>
            <location filename="views/blind_bar.py" />
            <source>X is A</source>
            <translation>X 是 A</translation>
        </message>
        <message>
            <location filename="views/blind_bar.py" />
            <source>X is B</source>
            <translation>X 是 B</translation>
        </message>
        <message>
            <location filename="views/blind_bar.py" />
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <location filename="views/blind_bar.py" />
            <source>Ten times, X is one of the two: say which.</source>
            <translation>共十次，X 是两者之一：请指出是哪一个。</translation>
        </message>
        <message>
            <location filename="views/blind_bar.py" />
            <source>Trial {trial} of {trials}. A, B, X show; 8: X is A; 9: X is B.</source>
            <translation>第 {trial} 次，共 {trials} 次。按 A、B、X 查看；8：X 是 A；9：X 是 B。</translation>
        </message>
        <message>
            <location filename="views/blind_bar.py" />
            <source>You can tell them apart.</source>
            <translation>您能分辨两者。</translation>
        </message>
        <message>
            <location filename="views/blind_bar.py" />
            <source>That is no proof that you can tell them apart.</source>
            <translation>这不足以证明您能分辨两者。</translation>
        </message>
        <message>
            <location filename="views/blind_bar.py" />
            <source>Choose two different pictures.</source>
            <translation>请选择两幅不同的画面。</translation>
        </message>
        <message>
            <location filename="views/canvas.py" />
            <source>Pictures compared</source>
            <translation>对比画面</translation>
        </message>
        <message>
            <location filename="views/choices.py" />
            <source>original, {reference}; taken down to {render}, {how}</source>
            <translation>原图 {reference}；降采样到 {render}，{how}</translation>
        </message>
        <message>
            <location filename="views/choices.py" />
            <source>none: the source is upscaled as it is</source>
            <translation>无：直接放大来源</translation>
        </message>
        <message>
            <location filename="views/choices.py" />
            <source>none: the source is smaller than the output</source>
            <translation>无：来源小于输出尺寸</translation>
        </message>
        <message>
            <location filename="views/choices.py" />
            <source>original, {size}</source>
            <translation>原图 {size}</translation>
        </message>
        <message>
            <location filename="views/choices.py" />
            <source>point-sampled</source>
            <translation>点采样</translation>
        </message>
        <message>
            <location filename="views/choices.py" />
            <source>area-averaged</source>
            <translation>面积平均</translation>
        </message>
        <message>
            <location filename="views/choices.py" />
            <source>bicubic</source>
            <translation>双三次</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>{preset} · {share} % of pixels · {size}</source>
            <translation>{preset} · {share} % 像素 · {size}</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>The fastest there is (automatic)</source>
            <translation>最快者（自动）</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Split, side to side (S)</source>
            <translation>左右分割 (S)</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Split, top to bottom (H)</source>
            <translation>上下分割 (H)</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Side by side (R)</source>
            <translation>并排（R）</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Grid (G)</source>
            <translation>网格（G）</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Flicker (X changes by hand)</source>
            <translation>闪烁切换（按 X 手动切换）</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Difference from the original (D)</source>
            <translation>与原图的差异 (D)</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Absolute difference</source>
            <translation>绝对差</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Signed difference</source>
            <translation>带符号差</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Loss of structure (1 − SSIM)</source>
            <translation>结构损失（1 − SSIM）</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>FLIP, as seen by the eye</source>
            <translation>FLIP，按人眼感知</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Point-sampled</source>
            <translation>点采样</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Averaged (area)</source>
            <translation>面积平均</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Source as it is</source>
            <translation>不降采样</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>How the source is taken down</source>
            <translation>来源的降采样方式</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Methods and pictures to compare</source>
            <translation>要对比的方法和画面</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>What the view shows</source>
            <translation>视图显示内容</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Zoom</source>
            <translation>缩放</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Inspect pixels (I)</source>
            <translation>像素检查 (I)</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Scores of the methods (T)</source>
            <translation>各方法评分 (T)</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Automatic, what this machine sustains: {size}</source>
            <translation>自动，本机可流畅运行的尺寸：{size}</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Auto {size}</source>
            <translation>自动 {size}</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Source size: {size}</source>
            <translation>来源尺寸：{size}</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Source times the factor: {size}</source>
            <translation>来源尺寸乘以倍数：{size}</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Run models on</source>
            <translation>模型运行于</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Pictures beside them</source>
            <translation>同时显示</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>What was upscaled</source>
            <translation>放大前的画面</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>The original</source>
            <translation>原图</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>No method</source>
            <translation>无方法</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Fit (F)</source>
            <translation>适应窗口 (F)</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>What was found about</source>
            <translation>查看模型属性</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Fit {percent}</source>
            <translation>适应 {percent}</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>1:1, 100 % (1)</source>
            <translation>1:1，100 % (1)</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>Scale ends at {steps} of 255</source>
            <translation>色标上限 {steps}/255</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>{rate} per second</source>
            <translation>每秒 {rate} 次</translation>
        </message>
        <message>
            <location filename="views/controls.py" />
            <source>{provider}: {reason}</source>
            <translation>{provider}：{reason}</translation>
        </message>
        <message>
            <location filename="views/drawing.py" />
            <source>this window has none</source>
            <translation>此窗口无法使用显卡</translation>
        </message>
        <message>
            <location filename="views/drawing.py" />
            <source>The graphics card cannot draw the pictures, so the processor does: {reason}.</source>
            <translation>显卡无法绘制画面，改由处理器绘制：{reason}。</translation>
        </message>
        <message>
            <location filename="views/drawing.py" />
            <source>The processor goes on drawing the pictures: there is no graphics card, only {driver}.</source>
            <translation>画面继续由处理器绘制：没有显卡，只有 {driver}。</translation>
        </message>
        <message>
            <location filename="views/drawing.py" />
            <source>{driver} draws the pictures. It is no graphics card: the processor does its work.</source>
            <translation>画面由 {driver} 绘制。它不是显卡，实际仍是处理器在工作。</translation>
        </message>
        <message>
            <location filename="views/drawing.py" />
            <source>The graphics card draws the pictures now: {driver}.</source>
            <translation>画面现在由显卡绘制：{driver}。</translation>
        </message>
        <message>
            <location filename="views/experiments.py" />
            <source>Experiment: restored detail</source>
            <translation>实验：恢复的细节</translation>
        </message>
        <message>
            <location filename="views/experiments.py" />
            <source>Experiment: 240p to 4K against 1080p</source>
            <translation>实验：240p 到 4K 对比 1080p</translation>
        </message>
        <message>
            <location filename="views/experiments.py" />
            <source>The panel shows no picture yet.</source>
            <translation>面板还没有显示画面。</translation>
        </message>
        <message>
            <location filename="views/experiments.py" />
            <source>Open one, then run the experiment again.</source>
            <translation>请先打开一个，再运行实验。</translation>
        </message>
        <message>
            <location filename="views/export.py" />
            <source>Upscale {name} with {method}</source>
            <translation>用 {method} 放大 {name}</translation>
        </message>
        <message>
            <location filename="views/export.py" />
            <source>Write {name}</source>
            <translation>写入 {name}</translation>
        </message>
        <message>
            <location filename="views/export.py" />
            <source>The upscaled picture is on the clipboard.</source>
            <translation>放大后的图片已复制到剪贴板。</translation>
        </message>
        <message>
            <location filename="views/export.py" />
            <source>The comparison is on the clipboard as it is on screen.</source>
            <translation>屏幕上的对比画面已复制到剪贴板。</translation>
        </message>
        <message>
            <location filename="views/export.py" />
            <source>There is nothing to copy yet.</source>
            <translation>还没有可复制的内容。</translation>
        </message>
        <message>
            <location filename="views/export.py" />
            <source>There is no upscaled picture.</source>
            <translation>还没有放大后的图片。</translation>
        </message>
        <message>
            <location filename="views/export.py" />
            <source>Open a picture first.</source>
            <translation>请先打开一张图片。</translation>
        </message>
        <message>
            <location filename="views/export.py" />
            <source>{name} is written.</source>
            <translation>{name} 已写入。</translation>
        </message>
        <message>
            <location filename="views/export.py" />
            <source>There is nothing to compare yet.</source>
            <translation>还没有可对比的内容。</translation>
        </message>
        <message>
            <location filename="views/export.py" />
            <source>There is no video file open.</source>
            <translation>没有打开视频文件。</translation>
        </message>
        <message>
            <location filename="views/export.py" />
            <source>Open a video file first.</source>
            <translation>请先打开一个视频文件。</translation>
        </message>
        <message>
            <location filename="views/export.py" />
            <source>A sheet of {width} × {height} pixels does not fit into memory.</source>
            <translation>内存容不下 {width} × {height} 像素的拼图。</translation>
        </message>
        <message>
            <location filename="views/export.py" />
            <source>Compare fewer pictures, or choose a smaller output size.</source>
            <translation>请减少对比的画面，或选择更小的输出尺寸。</translation>
        </message>
        <message>
            <location filename="views/export.py" />
            <source>Open a picture or a video first.</source>
            <translation>请先打开图片或视频。</translation>
        </message>
        <message>
            <location filename="views/export.py" />
            <source>{name} cannot be written in that format.</source>
            <translation>无法以该格式写入 {name}。</translation>
        </message>
        <message>
            <location filename="views/export.py" />
            <source>Use a name that ends in .png, .jpg or .webp.</source>
            <translation>请使用以 .png、.jpg 或 .webp 结尾的文件名。</translation>
        </message>
        <message>
            <location filename="views/heads_up.py" />
            <source>Heads-up line</source>
            <translation>状态读数</translation>
        </message>
        <message>
            <location filename="views/inspector.py" />
            <source>Pixel {x}, {y}</source>
            <translation>像素 {x}, {y}</translation>
        </message>
        <message>
            <location filename="views/key_help.py" />
            <source>Space</source>
            <translation>空格</translation>
        </message>
        <message>
            <location filename="views/key_help.py" />
            <source>One frame back, one frame on</source>
            <translation>后退一帧、前进一帧</translation>
        </message>
        <message>
            <location filename="views/key_help.py" />
            <source>One second back, one second on</source>
            <translation>后退一秒、前进一秒</translation>
        </message>
        <message>
            <location filename="views/key_help.py" />
            <source>Zoom in, zoom out</source>
            <translation>放大、缩小</translation>
        </message>
        <message>
            <location filename="views/key_help.py" />
            <source>Split, side to side or top to bottom</source>
            <translation>左右分割、上下分割</translation>
        </message>
        <message>
            <location filename="views/key_help.py" />
            <source>Move the dividing line, choose the next line</source>
            <translation>移动分割线、选择下一条</translation>
        </message>
        <message>
            <location filename="views/key_help.py" />
            <source>Side by side, grid</source>
            <translation>并排、网格</translation>
        </message>
        <message>
            <location filename="views/key_help.py" />
            <source>Flicker; again changes by hand</source>
            <translation>闪烁切换；再按手动切换</translation>
        </message>
        <message>
            <location filename="views/key_help.py" />
            <source>Difference; again for the next kind</source>
            <translation>差异；再按切换到下一种</translation>
        </message>
        <message>
            <location filename="views/key_help.py" />
            <source>Blind test</source>
            <translation>盲测</translation>
        </message>
        <message>
            <location filename="views/key_help.py" />
            <source>These keys</source>
            <translation>显示这些按键</translation>
        </message>
        <message>
            <location filename="views/model_dialog.py" />
            <source>Scale</source>
            <translation>倍数</translation>
        </message>
        <message>
            <location filename="views/model_dialog.py" />
            <source>Channels</source>
            <translation>通道</translation>
        </message>
        <message>
            <location filename="views/model_dialog.py" />
            <source>Values from black to white</source>
            <translation>黑到白的取值</translation>
        </message>
        <message>
            <location filename="views/model_dialog.py" />
            <source>Order of the data</source>
            <translation>数据排列</translation>
        </message>
        <message>
            <location filename="views/model_dialog.py" />
            <source>Sides are multiples of</source>
            <translation>边长须为其倍数</translation>
        </message>
        <message>
            <location filename="views/model_dialog.py" />
            <source>Sees this far around a pixel</source>
            <translation>感受野半径</translation>
        </message>
        <message>
            <location filename="views/model_dialog.py" />
            <source>any</source>
            <translation>任意</translation>
        </message>
        <message>
            <location filename="views/model_dialog.py" />
            <source>{count} multiplications for each output pixel</source>
            <translation>每个输出像素 {count} 次乘法</translation>
        </message>
        <message>
            <location filename="views/model_dialog.py" />
            <source>Found by looking at the model's graph and running it. Corrections are remembered for this model, whatever its file is called.</source>
            <translation>由分析模型的计算图并试运行得出。更正会按模型内容记住，与文件名无关。</translation>
        </message>
        <message>
            <location filename="views/model_dialog.py" />
            <source>As found</source>
            <translation>恢复探明值</translation>
        </message>
        <message>
            <location filename="views/model_dialog.py" />
            <source>Input size</source>
            <translation>输入尺寸</translation>
        </message>
        <message>
            <location filename="views/model_dialog.py" />
            <source>Number format</source>
            <translation>数值格式</translation>
        </message>
        <message>
            <location filename="views/model_dialog.py" />
            <source>Parameters</source>
            <translation>参数量</translation>
        </message>
        <message>
            <location filename="views/model_dialog.py" />
            <source>Fingerprint</source>
            <translation>指纹</translation>
        </message>
        <message>
            <location filename="views/model_dialog.py" />
            <source>1: luma</source>
            <translation>1：亮度</translation>
        </message>
        <message>
            <location filename="views/model_dialog.py" />
            <source>3: RGB</source>
            <translation>3：RGB</translation>
        </message>
        <message>
            <location filename="views/model_dialog.py" />
            <source>4: RGB and alpha</source>
            <translation>4：RGB 与透明度</translation>
        </message>
        <message>
            <location filename="views/model_dialog.py" />
            <source>the whole picture</source>
            <translation>整幅画面</translation>
        </message>
        <message>
            <location filename="views/model_dialog.py" />
            <source> pixels</source>
            <translation> 像素</translation>
        </message>
        <message>
            <location filename="views/model_dialog.py" />
            <source>Work</source>
            <translation>运算量</translation>
        </message>
        <message>
            <location filename="views/model_dialog.py" />
            <source>, half-precision weights</source>
            <translation>，半精度权重</translation>
        </message>
        <message>
            <location filename="views/models.py" />
            <source>Add an ONNX model</source>
            <translation>添加 ONNX 模型</translation>
        </message>
        <message>
            <location filename="views/models.py" />
            <source>ONNX models ({patterns})</source>
            <translation>ONNX 模型 ({patterns})</translation>
        </message>
        <message>
            <location filename="views/models.py" />
            <source>Look at {name}</source>
            <translation>检查 {name}</translation>
        </message>
        <message>
            <location filename="views/models.py" />
            <source>Remember what was corrected</source>
            <translation>记住更正</translation>
        </message>
        <message>
            <location filename="views/models.py" />
            <source>{name} was added and runs beside the others.</source>
            <translation>{name} 已添加，正与其他方法一起运行。</translation>
        </message>
        <message>
            <location filename="views/panel.py" />
            <source>Opening {title}</source>
            <translation>正在打开 {title}</translation>
        </message>
        <message>
            <location filename="views/panel.py" />
            <source>Preparing {title}…</source>
            <translation>正在准备 {title}…</translation>
        </message>
        <message>
            <location filename="views/play_bar.py" />
            <source>One frame back (,)</source>
            <translation>后退一帧 (,)</translation>
        </message>
        <message>
            <location filename="views/play_bar.py" />
            <source>Play or pause (Space)</source>
            <translation>播放或暂停（空格）</translation>
        </message>
        <message>
            <location filename="views/play_bar.py" />
            <source>One frame on (.)</source>
            <translation>前进一帧 (.)</translation>
        </message>
        <message>
            <location filename="views/play_bar.py" />
            <source>Play again at the end (L)</source>
            <translation>循环播放 (L)</translation>
        </message>
        <message>
            <location filename="views/play_bar.py" />
            <source>Position</source>
            <translation>播放位置</translation>
        </message>
        <message>
            <location filename="views/play_bar.py" />
            <location filename="views/score_table.py" />
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <location filename="views/play_bar.py" />
            <source>live</source>
            <translation>实时</translation>
        </message>
        <message>
            <location filename="views/play_bar.py" />
            <source>Play</source>
            <translation>播放</translation>
        </message>
        <message>
            <location filename="views/portal.py" />
            <source>Choose a screen or a window…</source>
            <translation>选择屏幕或窗口…</translation>
        </message>
        <message>
            <location filename="views/portal.py" />
            <source>Share a screen or a window</source>
            <translation>共享屏幕或窗口</translation>
        </message>
        <message>
            <location filename="views/portal.py" />
            <source>What was shared last</source>
            <translation>上次共享的内容</translation>
        </message>
        <message>
            <location filename="views/readings.py" />
            <source>; output reduced to what this machine sustains</source>
            <translation>；输出已缩小到本机可流畅运行的尺寸</translation>
        </message>
        <message>
            <location filename="views/readings.py" />
            <source>Rendered</source>
            <translation>渲染画面</translation>
        </message>
        <message>
            <location filename="views/readings.py" />
            <source>absolute difference</source>
            <translation>绝对差</translation>
        </message>
        <message>
            <location filename="views/readings.py" />
            <source>signed difference</source>
            <translation>带符号差</translation>
        </message>
        <message>
            <location filename="views/readings.py" />
            <source>loss of structure (SSIM)</source>
            <translation>结构损失 (SSIM)</translation>
        </message>
        <message>
            <location filename="views/readings.py" />
            <source>FLIP of the middle</source>
            <translation>中央区域的 FLIP</translation>
        </message>
        <message>
            <location filename="views/readings.py" />
            <source>change that the original has not</source>
            <translation>原图所没有的变化</translation>
        </message>
        <message>
            <location filename="views/readings.py" />
            <source>Upscaled</source>
            <translation>放大</translation>
        </message>
        <message>
            <location filename="views/readings.py" />
            <source>Reference</source>
            <translation>参考</translation>
        </message>
        <message>
            <location filename="views/readings.py" />
            <source>Original</source>
            <translation>原图</translation>
        </message>
        <message>
            <location filename="views/readings.py" />
            <source>Factor {factor}</source>
            <translation>倍率 {factor}</translation>
        </message>
        <message>
            <location filename="views/readings.py" />
            <location filename="views/score_table.py" />
            <source>Method</source>
            <translation>方法</translation>
        </message>
        <message>
            <location filename="views/readings.py" />
            <source>Runs on</source>
            <translation>运行于</translation>
        </message>
        <message>
            <location filename="views/readings.py" />
            <source>Time per frame</source>
            <translation>每帧耗时</translation>
        </message>
        <message>
            <location filename="views/readings.py" />
            <source>Median of the last second, upscaling alone</source>
            <translation>最近一秒的中位数，仅计放大</translation>
        </message>
        <message>
            <location filename="views/readings.py" />
            <source>Presented</source>
            <translation>显示帧率</translation>
        </message>
        <message>
            <location filename="views/readings.py" />
            <source>Skipped</source>
            <translation>跳帧</translation>
        </message>
        <message>
            <location filename="views/readings.py" />
            <source>Latency</source>
            <translation>延迟</translation>
        </message>
        <message>
            <location filename="views/readings.py" />
            <location filename="views/score_table.py" />
            <source>PSNR</source>
            <translation>PSNR</translation>
        </message>
        <message>
            <location filename="views/readings.py" />
            <source>Frames of the source that came too late to be shown</source>
            <translation>来不及显示而跳过的来源帧数</translation>
        </message>
        <message>
            <location filename="views/readings.py" />
            <source>Of R, G and B against the original; a fifth of a core is spent on it</source>
            <translation>R、G、B 与原图比较；为此最多占用五分之一个核心</translation>
        </message>
        <message>
            <location filename="views/score_curve.py" />
            <source>Score over time</source>
            <translation>评分随时间变化</translation>
        </message>
        <message>
            <location filename="views/score_curve.py" />
            <source>Scores over the clip: the longer it plays, the more frames are judged. Click to go there; double-click for the other metric.</source>
            <translation>整段视频的评分：播放越久，评判的帧越多。单击跳转；双击切换指标。</translation>
        </message>
        <message>
            <location filename="views/score_curve.py" />
            <source>Scores over time appear while a clip with an original plays.</source>
            <translation>播放有原图可比的视频时，这里显示评分随时间的变化。</translation>
        </message>
        <message>
            <location filename="views/score_table.py" />
            <source>More is better</source>
            <translation>越大越好</translation>
        </message>
        <message>
            <location filename="views/score_table.py" />
            <source>More is better; 1 is equal</source>
            <translation>越大越好；1 表示相同</translation>
        </message>
        <message>
            <location filename="views/score_table.py" />
            <source>MS-SSIM</source>
            <translation>MS-SSIM</translation>
        </message>
        <message>
            <location filename="views/score_table.py" />
            <source>Mean of the middle; less is better</source>
            <translation>中央区域的平均值；越小越好</translation>
        </message>
        <message>
            <location filename="views/score_table.py" />
            <source>Time per frame, median of the last second</source>
            <translation>每帧耗时，最近一秒的中位数</translation>
        </message>
        <message>
            <location filename="views/score_table.py" />
            <source>Rate</source>
            <translation>帧率</translation>
        </message>
        <message>
            <location filename="views/score_table.py" />
            <source>Frames per second if nothing else were done</source>
            <translation>若不做其他工作时的每秒帧数</translation>
        </message>
        <message>
            <location filename="views/score_table.py" />
            <source>Energy</source>
            <translation>能耗</translation>
        </message>
        <message>
            <location filename="views/score_table.py" />
            <source>Energy per frame</source>
            <translation>每帧能耗</translation>
        </message>
        <message>
            <location filename="views/score_table.py" />
            <source>Known while the power meter runs and one method is on</source>
            <translation>功率计运行且只启用一种方法时可知</translation>
        </message>
        <message>
            <location filename="views/score_table.py" />
            <source>Computed while paused</source>
            <translation>暂停时计算</translation>
        </message>
        <message>
            <location filename="views/sources.py" />
            <source>Not here: {reason}</source>
            <translation>此处不可用：{reason}</translation>
        </message>
        <message>
            <location filename="views/sources.py" />
            <source>Open a picture or a video</source>
            <translation>打开图片或视频</translation>
        </message>
        <message>
            <location filename="views/sources.py" />
            <source>Open a file…</source>
            <translation>打开文件…</translation>
        </message>
        <message>
            <location filename="views/sources.py" />
            <source>Open a folder of pictures…</source>
            <translation>打开图片文件夹…</translation>
        </message>
        <message>
            <location filename="views/sources.py" />
            <source>Paste from the clipboard</source>
            <translation>从剪贴板粘贴</translation>
        </message>
        <message>
            <location filename="views/sources.py" />
            <source>Camera</source>
            <translation>摄像头</translation>
        </message>
        <message>
            <location filename="views/sources.py" />
            <source>Window</source>
            <translation>窗口</translation>
        </message>
        <message>
            <location filename="views/sources.py" />
            <source>Screen {number}</source>
            <translation>屏幕 {number}</translation>
        </message>
        <message>
            <location filename="views/sources.py" />
            <source>Open a folder of pictures</source>
            <translation>打开图片文件夹</translation>
        </message>
        <message>
            <location filename="views/sources.py" />
            <source>Dropped picture</source>
            <translation>拖入的图片</translation>
        </message>
        <message>
            <location filename="views/sources.py" />
            <source>The clipboard holds no picture.</source>
            <translation>剪贴板中没有图片。</translation>
        </message>
        <message>
            <location filename="views/sources.py" />
            <source>Pictures and videos ({patterns})</source>
            <translation>图片和视频 ({patterns})</translation>
        </message>
        <message>
            <location filename="views/sources.py" />
            <source>All files ({patterns})</source>
            <translation>所有文件 ({patterns})</translation>
        </message>
        <message>
            <location filename="views/sources.py" />
            <source>Open a picture or a video, or drop one here, to see it upscaled live.</source>
            <translation>打开或拖入图片、视频，即可看到实时放大效果。</translation>
        </message>
        <message>
            <location filename="views/sources.py" />
            <source>Ask macOS for it</source>
            <translation>向 macOS 请求授权</translation>
        </message>
        <message>
            <location filename="views/sources.py" />
            <source>The demo is not installed.</source>
            <translation>演示文件未安装。</translation>
        </message>
        <message>
            <location filename="views/sources.py" />
            <source>Clipboard</source>
            <translation>剪贴板</translation>
        </message>
        <message>
            <location filename="views/sources.py" />
            <source>Copy a picture or a file first, then paste again.</source>
            <translation>请先复制图片或文件，然后再粘贴。</translation>
        </message>
        <message>
            <location filename="views/sources.py" />
            <source>Install Pixelwatt again, or open a file of your own.</source>
            <translation>请重新安装 Pixelwatt，或打开您自己的文件。</translation>
        </message>
        <message>
            <location filename="views/sources.py" />
            <source>No camera was found</source>
            <translation>未找到摄像头</translation>
        </message>
        <message>
            <location filename="views/sources.py" />
            <source>No window was found</source>
            <translation>未找到窗口</translation>
        </message>
        <message>
            <location filename="__init__.py" />
            <source>Upscaler: live neural upscaling beside the original.</source>
            <translation>超分辨率：神经网络实时放大，与原图并排对照。</translation>
        </message>
        <message>
            <source>A picture this large can only be enlarged by the model's own scale.</source>
            <translation type="vanished">这么大的图片只能按模型自身的倍率放大。</translation>
        </message>
        <message>
            <source>Use a scale of {scale}.</source>
            <translation type="vanished">请使用倍率 {scale}。</translation>
        </message>
    </context>
</TS>
