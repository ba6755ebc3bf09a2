<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>pixelwatt</name>
        <message>
            <location filename="about.py" />
            <location filename="shell_commands.py" />
            <source>About Pixelwatt</source>
            <translation>关于 Pixelwatt</translation>
        </message>
        <message>
            <location filename="about.py" />
            <location filename="welcome.py" />
            <source>Check what AI compute really buys, on your own machine.</source>
            <translation>在自己的机器上，检验 AI 算力究竟换来了什么。</translation>
        </message>
        <message>
            <location filename="about.py" />
            <source>MIT licence. Qt is used under the LGPL; the shipped font is a subset of Noto Sans CJK SC under the SIL Open Font License.</source>
            <translation>采用 MIT 许可证。Qt 按 LGPL 使用；随附字体是 Noto Sans CJK SC 的子集，采用 SIL 开放字体许可证。</translation>
        </message>
        <message>
            <location filename="about.py" />
            <location filename="shell_commands.py" />
            <source>Copy diagnostics</source>
            <translation>复制诊断信息</translation>
        </message>
        <message>
            <location filename="app.py" />
            <source>There is no panel {panel}.</source>
            <translation>没有名为 {panel} 的面板。</translation>
        </message>
        <message>
            <location filename="app.py" />
            <source>Known: {names}.</source>
            <translation>可用的有：{names}。</translation>
        </message>
        <message>
            <location filename="app.py" />
            <source>Pixelwatt did not end well last time.</source>
            <translation>Pixelwatt 上次未正常退出。</translation>
        </message>
        <message>
            <location filename="app.py" />
            <source>If it happens again, start without plugins to find out which one it is.</source>
            <translation>如果再次发生，请不加载插件启动，以查明是哪个插件所致。</translation>
        </message>
        <message>
            <location filename="app.py" />
            <source>Show plugins</source>
            <translation>查看插件</translation>
        </message>
        <message>
            <location filename="app.py" />
            <source>The plugin {name} failed and is off.</source>
            <translation>插件 {name} 出错，已停用。</translation>
        </message>
        <message>
            <location filename="app.py" />
            <source>Two commands want the keys {keys}.</source>
            <translation>两个命令都要使用快捷键 {keys}。</translation>
        </message>
        <message>
            <location filename="app.py" />
            <source>{first} has them; {second} is in the menus and the palette.</source>
            <translation>快捷键归 {first}；{second} 可从菜单和命令面板中使用。</translation>
        </message>
        <message>
            <location filename="app.py" />
            <source>Read the report</source>
            <translation>查看报告</translation>
        </message>
        <message>
            <location filename="app.py" />
            <source>Restart without plugins</source>
            <translation>不加载插件并重启</translation>
        </message>
        <message>
            <location filename="claims_model.py" />
            <location filename="labels.py" />
            <source>supported</source>
            <translation>成立</translation>
        </message>
        <message>
            <location filename="claims_model.py" />
            <location filename="labels.py" />
            <source>contradicted</source>
            <translation>不成立</translation>
        </message>
        <message>
            <location filename="claims_model.py" />
            <location filename="labels.py" />
            <source>undecidable</source>
            <translation>无法判定</translation>
        </message>
        <message>
            <location filename="claims_model.py" />
            <source>check failed</source>
            <translation>检验出错</translation>
        </message>
        <message>
            <location filename="claims_model.py" />
            <source>checking…</source>
            <translation>检验中…</translation>
        </message>
        <message>
            <location filename="claims_model.py" />
            <source>Checking the claims</source>
            <translation>正在检验论断</translation>
        </message>
        <message>
            <location filename="claims_panel.py" />
            <source>Search the claims</source>
            <translation>搜索论断</translation>
        </message>
        <message>
            <location filename="claims_panel.py" />
            <source>Topic</source>
            <translation>主题</translation>
        </message>
        <message>
            <location filename="claims_panel.py" />
            <source>All topics</source>
            <translation>全部主题</translation>
        </message>
        <message>
            <location filename="claims_panel.py" />
            <source>Export as Markdown…</source>
            <translation>导出为 Markdown…</translation>
        </message>
        <message>
            <location filename="claims_panel.py" />
            <source>Claims</source>
            <translation>论断</translation>
        </message>
        <message>
            <location filename="claims_panel.py" />
            <source>The claim and its arithmetic</source>
            <translation>论断及其算式</translation>
        </message>
        <message>
            <location filename="claims_panel.py" />
            <source>Run experiment</source>
            <translation>运行实验</translation>
        </message>
        <message>
            <location filename="claims_panel.py" />
            <source>Plugins bring the claims, and none that is loaded has any.</source>
            <translation>论断由插件提供，而已加载的插件都没有论断。</translation>
        </message>
        <message>
            <location filename="claims_panel.py" />
            <source>Export as Markdown</source>
            <translation>导出为 Markdown</translation>
        </message>
        <message>
            <location filename="claims_panel.py" />
            <source>all</source>
            <translation>全部</translation>
        </message>
        <message>
            <location filename="claims_panel.py" />
            <source>No claim fits the filter.</source>
            <translation>没有符合筛选条件的论断。</translation>
        </message>
        <message>
            <location filename="claims_panel.py" />
            <source>No claims</source>
            <translation>没有论断</translation>
        </message>
        <message>
            <location filename="claims_panel.py" />
            <source>The experiment could not be run.</source>
            <translation>实验无法运行。</translation>
        </message>
        <message>
            <location filename="claims_panel.py" />
            <source>The claims could not be written: {error}.</source>
            <translation>论断无法写入：{error}。</translation>
        </message>
        <message>
            <location filename="claims_panel.py" />
            <location filename="pictures.py" />
            <source>Choose a folder you may write to.</source>
            <translation>请选择有写入权限的文件夹。</translation>
        </message>
        <message>
            <location filename="claims_view.py" />
            <source>The check has not run yet.</source>
            <translation>尚未检验。</translation>
        </message>
        <message>
            <location filename="claims_view.py" />
            <source>Arithmetic</source>
            <translation>算式</translation>
        </message>
        <message>
            <location filename="claims_view.py" />
            <source>Sources</source>
            <translation>来源</translation>
        </message>
        <message>
            <location filename="crash_report.py" />
            <source>Crash report</source>
            <translation>崩溃报告</translation>
        </message>
        <message>
            <location filename="crash_report.py" />
            <source>What Pixelwatt was doing when it crashed. Nothing of this was sent anywhere.</source>
            <translation>Pixelwatt 崩溃时正在做的事。这些内容没有发送到任何地方。</translation>
        </message>
        <message>
            <location filename="crash_report.py" />
            <location filename="failure_page.py" />
            <location filename="plugins_page.py" />
            <location filename="workbench.py" />
            <source>Copy report</source>
            <translation>复制报告</translation>
        </message>
        <message>
            <location filename="crashes.py" />
            <source>Something went wrong.</source>
            <translation>出了点问题。</translation>
        </message>
        <message>
            <location filename="dock_tabs.py" />
            <source>Panels</source>
            <translation>面板</translation>
        </message>
        <message>
            <location filename="dock_tabs.py" />
            <location filename="docks.py" />
            <source>Float {panel}</source>
            <translation>浮动“{panel}”</translation>
        </message>
        <message>
            <location filename="dock_tabs.py" />
            <location filename="docks.py" />
            <source>Close {panel}</source>
            <translation>关闭“{panel}”</translation>
        </message>
        <message>
            <location filename="exporting.py" />
            <source>{name} was written.</source>
            <translation>已写入 {name}。</translation>
        </message>
        <message>
            <location filename="exporting.py" />
            <source>{name} could not be written.</source>
            <translation>{name} 无法写入。</translation>
        </message>
        <message>
            <location filename="failure_page.py" />
            <source>{panel} could not be shown</source>
            <translation>无法显示“{panel}”</translation>
        </message>
        <message>
            <location filename="failure_page.py" />
            <source>Traceback</source>
            <translation>错误回溯</translation>
        </message>
        <message>
            <location filename="failure_page.py" />
            <source>Retry</source>
            <translation>重试</translation>
        </message>
        <message>
            <location filename="failure_page.py" />
            <source>Disable plugin</source>
            <translation>停用插件</translation>
        </message>
        <message>
            <location filename="figures.py" />
            <source>unknown</source>
            <translation>未知</translation>
        </message>
        <message>
            <location filename="figures.py" />
            <source>between {bounds}</source>
            <translation>介于 {bounds}</translation>
        </message>
        <message>
            <location filename="job_centre.py" />
            <source>done in {time}</source>
            <translation>已完成，用时 {time}</translation>
        </message>
        <message>
            <location filename="job_centre.py" />
            <location filename="plugins_page.py" />
            <source>failed</source>
            <translation>出错</translation>
        </message>
        <message>
            <location filename="job_centre.py" />
            <source>cancelled</source>
            <translation>已取消</translation>
        </message>
        <message>
            <location filename="job_centre.py" />
            <source>stopping…</source>
            <translation>正在停止…</translation>
        </message>
        <message>
            <location filename="job_centre.py" />
            <source>Jobs</source>
            <translation>任务</translation>
        </message>
        <message>
            <location filename="job_centre.py" />
            <source>Nothing is running</source>
            <translation>没有正在运行的任务</translation>
        </message>
        <message>
            <location filename="job_centre.py" />
            <source>Long work shows here, and can be cancelled.</source>
            <translation>耗时的任务会显示在这里，并可取消。</translation>
        </message>
        <message>
            <location filename="job_centre.py" />
            <source>Progress of {job}</source>
            <translation>“{job}”的进度</translation>
        </message>
        <message>
            <location filename="job_centre.py" />
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <location filename="job_centre.py" />
            <source>Cancel {job}</source>
            <translation>取消“{job}”</translation>
        </message>
        <message>
            <location filename="job_centre.py" />
            <source>running</source>
            <translation>运行中</translation>
        </message>
        <message>
            <location filename="job_centre.py" />
            <source>{time} left</source>
            <translation>剩余 {time}</translation>
        </message>
        <message>
            <location filename="labels.py" />
            <source>measured</source>
            <translation>实测</translation>
        </message>
        <message>
            <location filename="labels.py" />
            <source>published</source>
            <translation>已公布</translation>
        </message>
        <message>
            <location filename="labels.py" />
            <source>announced</source>
            <translation>已宣布</translation>
        </message>
        <message>
            <location filename="labels.py" />
            <source>estimated</source>
            <translation>估算</translation>
        </message>
        <message>
            <location filename="labels.py" />
            <source>essay</source>
            <translation>文章</translation>
        </message>
        <message>
            <location filename="labels.py" />
            <source>yours</source>
            <translation>自填</translation>
        </message>
        <message>
            <location filename="menus.py" />
            <location filename="shell_commands.py" />
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <location filename="menus.py" />
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <location filename="menus.py" />
            <location filename="shell_commands.py" />
            <source>View</source>
            <translation>视图</translation>
        </message>
        <message>
            <location filename="menus.py" />
            <location filename="shell_commands.py" />
            <source>Tools</source>
            <translation>工具</translation>
        </message>
        <message>
            <location filename="menus.py" />
            <location filename="shell_commands.py" />
            <source>Help</source>
            <translation>帮助</translation>
        </message>
        <message>
            <location filename="menus.py" />
            <source>Tool bar</source>
            <translation>工具栏</translation>
        </message>
        <message>
            <location filename="notice_cards.py" />
            <source>Close this notice</source>
            <translation>关闭此通知</translation>
        </message>
        <message>
            <location filename="notice_history.py" />
            <location filename="shell_commands.py" />
            <location filename="shell_panels.py" />
            <location filename="status_bar.py" />
            <source>Notices</source>
            <translation>通知</translation>
        </message>
        <message>
            <location filename="notice_history.py" />
            <source>Clear</source>
            <translation>清空</translation>
        </message>
        <message>
            <location filename="notice_history.py" />
            <source>No notices</source>
            <translation>没有通知</translation>
        </message>
        <message>
            <location filename="notice_history.py" />
            <source>Nothing was said since the start.</source>
            <translation>启动以来没有任何通知。</translation>
        </message>
        <message>
            <location filename="notice_history.py" />
            <source>info</source>
            <translation>信息</translation>
        </message>
        <message>
            <location filename="notice_history.py" />
            <source>warning</source>
            <translation>警告</translation>
        </message>
        <message>
            <location filename="notice_history.py" />
            <source>error</source>
            <translation>错误</translation>
        </message>
        <message>
            <location filename="notice_history.py" />
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <location filename="notice_history.py" />
            <source>Level</source>
            <translation>级别</translation>
        </message>
        <message>
            <location filename="notice_history.py" />
            <source>Notice</source>
            <translation>通知</translation>
        </message>
        <message>
            <location filename="notice_history.py" />
            <source>Detail</source>
            <translation>详情</translation>
        </message>
        <message>
            <location filename="opening.py" />
            <source>{name} is no file that Pixelwatt can open.</source>
            <translation>Pixelwatt 无法打开 {name} 这类文件。</translation>
        </message>
        <message>
            <location filename="opening.py" />
            <source>It opens {patterns}.</source>
            <translation>可以打开：{patterns}。</translation>
        </message>
        <message>
            <location filename="opening.py" />
            <source>There is no file {path}.</source>
            <translation>没有文件 {path}。</translation>
        </message>
        <message>
            <location filename="opening.py" />
            <source>Check its name and folder.</source>
            <translation>请检查文件名和所在文件夹。</translation>
        </message>
        <message>
            <location filename="opening.py" />
            <source>{path} is a folder.</source>
            <translation>{path} 是文件夹。</translation>
        </message>
        <message>
            <location filename="opening.py" />
            <source>Choose a file in it.</source>
            <translation>请选择其中的文件。</translation>
        </message>
        <message>
            <location filename="opening.py" />
            <source>{path} may not be read.</source>
            <translation>没有读取 {path} 的权限。</translation>
        </message>
        <message>
            <location filename="opening.py" />
            <source>Ask for the right to read it.</source>
            <translation>请先取得读取权限。</translation>
        </message>
        <message>
            <location filename="opening.py" />
            <source>{path} cannot be read: {error}.</source>
            <translation>无法读取 {path}：{error}。</translation>
        </message>
        <message>
            <location filename="opening.py" />
            <source>Copy it to this computer and try again.</source>
            <translation>请把它复制到本机后重试。</translation>
        </message>
        <message>
            <location filename="opening.py" />
            <source>All that can be opened</source>
            <translation>所有可打开的文件</translation>
        </message>
        <message>
            <location filename="opening.py" />
            <source>All files</source>
            <translation>所有文件</translation>
        </message>
        <message>
            <location filename="palette.py" />
            <source>Command palette</source>
            <translation>命令面板</translation>
        </message>
        <message>
            <location filename="palette.py" />
            <source>Type a command, a panel or a file</source>
            <translation>输入命令、面板或文件名</translation>
        </message>
        <message>
            <location filename="palette.py" />
            <source>What fits</source>
            <translation>匹配结果</translation>
        </message>
        <message>
            <location filename="pictures.py" />
            <source>A picture cannot be saved as {suffix}.</source>
            <translation>图片不能保存为 {suffix}。</translation>
        </message>
        <message>
            <location filename="pictures.py" />
            <source>Choose .svg or .png.</source>
            <translation>请选择 .svg 或 .png。</translation>
        </message>
        <message>
            <location filename="pictures.py" />
            <source>The picture could not be saved: {error}.</source>
            <translation>图片无法保存：{error}。</translation>
        </message>
        <message>
            <location filename="plots.py" />
            <source>Save picture</source>
            <translation>保存图片</translation>
        </message>
        <message>
            <location filename="plots.py" />
            <source>Show everything</source>
            <translation>显示全部</translation>
        </message>
        <message>
            <location filename="plots.py" />
            <source>Copy picture</source>
            <translation>复制图片</translation>
        </message>
        <message>
            <location filename="plots.py" />
            <source>Save picture…</source>
            <translation>保存图片…</translation>
        </message>
        <message>
            <location filename="plugin_install_bar.py" />
            <source>Installing {name}</source>
            <translation>正在安装 {name}</translation>
        </message>
        <message>
            <location filename="plugin_install_bar.py" />
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <location filename="plugin_install_bar.py" />
            <source>Remove {plugin}</source>
            <translation>移除 {plugin}</translation>
        </message>
        <message>
            <location filename="plugin_install_bar.py" />
            <source>A plugin runs with your rights: install only what you trust.</source>
            <translation>插件以你的权限运行：只安装你信任的插件。</translation>
        </message>
        <message>
            <location filename="plugin_install_bar.py" />
            <source>Install a plugin…</source>
            <translation>安装插件…</translation>
        </message>
        <message>
            <location filename="plugin_install_bar.py" />
            <source>Install a plugin</source>
            <translation>安装插件</translation>
        </message>
        <message>
            <location filename="plugin_install_bar.py" />
            <source>Python wheels (*.whl)</source>
            <translation>Python wheel 包 (*.whl)</translation>
        </message>
        <message>
            <location filename="plugin_install_bar.py" />
            <source>Install {name}?</source>
            <translation>安装 {name}？</translation>
        </message>
        <message>
            <location filename="plugin_install_bar.py" />
            <source>Install</source>
            <translation>安装</translation>
        </message>
        <message>
            <location filename="plugin_install_bar.py" />
            <source>{name} {version} is installed.</source>
            <translation>{name} {version} 已安装。</translation>
        </message>
        <message>
            <location filename="plugin_install_bar.py" />
            <source>The plugin was not installed</source>
            <translation>插件未安装</translation>
        </message>
        <message>
            <location filename="plugin_install_bar.py" />
            <source>The plugin was not removed</source>
            <translation>插件未移除</translation>
        </message>
        <message>
            <location filename="plugins_page.py" />
            <source>commands</source>
            <translation>命令</translation>
        </message>
        <message>
            <location filename="plugins_page.py" />
            <source>kinds of file</source>
            <translation>文件类型</translation>
        </message>
        <message>
            <location filename="plugins_page.py" />
            <source>export formats</source>
            <translation>导出格式</translation>
        </message>
        <message>
            <location filename="plugins_page.py" />
            <source>subcommands</source>
            <translation>子命令</translation>
        </message>
        <message>
            <location filename="plugins_page.py" />
            <source>claims</source>
            <translation>论断</translation>
        </message>
        <message>
            <location filename="plugins_page.py" />
            <source>settings pages</source>
            <translation>设置页</translation>
        </message>
        <message>
            <location filename="plugins_page.py" />
            <source>diagnostics</source>
            <translation>诊断项</translation>
        </message>
        <message>
            <location filename="plugins_page.py" />
            <location filename="shell_commands.py" />
            <location filename="shell_panels.py" />
            <source>Plugins</source>
            <translation>插件</translation>
        </message>
        <message>
            <location filename="plugins_page.py" />
            <source>This takes effect at the next start.</source>
            <translation>下次启动时生效。</translation>
        </message>
        <message>
            <location filename="plugins_page.py" />
            <source>Restart now</source>
            <translation>立即重启</translation>
        </message>
        <message>
            <location filename="plugins_page.py" />
            <source>Enabled</source>
            <translation>启用</translation>
        </message>
        <message>
            <location filename="plugins_page.py" />
            <source>Enable {plugin}</source>
            <translation>启用 {plugin}</translation>
        </message>
        <message>
            <location filename="plugins_page.py" />
            <source>Failed in {stage}: {error}</source>
            <translation>在 {stage} 处出错：{error}</translation>
        </message>
        <message>
            <location filename="plugins_page.py" />
            <source>Traceback of {plugin}</source>
            <translation>{plugin} 的错误回溯</translation>
        </message>
        <message>
            <location filename="plugins_page.py" />
            <source>panels: {names}</source>
            <translation>面板：{names}</translation>
        </message>
        <message>
            <location filename="plugins_page.py" />
            <source>{word}: {number}</source>
            <translation>{word}：{number}</translation>
        </message>
        <message>
            <location filename="plugins_page.py" />
            <source>loaded</source>
            <translation>已加载</translation>
        </message>
        <message>
            <location filename="plugins_page.py" />
            <source>off</source>
            <translation>已停用</translation>
        </message>
        <message>
            <location filename="plugins_page.py" />
            <source>Safe mode: no plugin is loaded.</source>
            <translation>安全模式：未加载任何插件。</translation>
        </message>
        <message>
            <location filename="settings_dialog.py" />
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <location filename="settings_dialog.py" />
            <source>Search the settings</source>
            <translation>搜索设置</translation>
        </message>
        <message>
            <location filename="settings_dialog.py" />
            <source>Pages</source>
            <translation>页面</translation>
        </message>
        <message>
            <location filename="settings_dialog.py" />
            <source>Reset this page</source>
            <translation>重置本页</translation>
        </message>
        <message>
            <location filename="settings_fields.py" />
            <source>Reset</source>
            <translation>重置</translation>
        </message>
        <message>
            <location filename="settings_fields.py" />
            <source>Reset {setting}</source>
            <translation>重置“{setting}”</translation>
        </message>
        <message>
            <location filename="settings_fields.py" />
            <source>Back to the default</source>
            <translation>恢复默认值</translation>
        </message>
        <message>
            <location filename="shell_commands.py" />
            <source>Open…</source>
            <translation>打开…</translation>
        </message>
        <message>
            <location filename="shell_commands.py" />
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
        <message>
            <location filename="shell_commands.py" />
            <source>Command palette…</source>
            <translation>命令面板…</translation>
        </message>
        <message>
            <location filename="shell_commands.py" />
            <source>Close panel</source>
            <translation>关闭面板</translation>
        </message>
        <message>
            <location filename="shell_commands.py" />
            <source>Float or dock panel</source>
            <translation>浮动或停靠面板</translation>
        </message>
        <message>
            <location filename="shell_commands.py" />
            <source>Next panel</source>
            <translation>下一个面板</translation>
        </message>
        <message>
            <location filename="shell_commands.py" />
            <source>Previous panel</source>
            <translation>上一个面板</translation>
        </message>
        <message>
            <location filename="shell_commands.py" />
            <location filename="window.py" />
            <source>Reset layout</source>
            <translation>重置布局</translation>
        </message>
        <message>
            <location filename="shell_commands.py" />
            <source>Full screen</source>
            <translation>全屏</translation>
        </message>
        <message>
            <location filename="shell_commands.py" />
            <location filename="shell_panels.py" />
            <source>Claims ledger</source>
            <translation>论断台账</translation>
        </message>
        <message>
            <location filename="shell_commands.py" />
            <location filename="shell_panels.py" />
            <location filename="status_bar.py" />
            <source>Job centre</source>
            <translation>任务中心</translation>
        </message>
        <message>
            <location filename="shell_commands.py" />
            <source>Settings…</source>
            <translation>设置…</translation>
        </message>
        <message>
            <location filename="shell_commands.py" />
            <location filename="shell_panels.py" />
            <location filename="welcome.py" />
            <source>Welcome</source>
            <translation>欢迎</translation>
        </message>
        <message>
            <location filename="shell_commands.py" />
            <source>Documentation</source>
            <translation>文档</translation>
        </message>
        <message>
            <location filename="shell_commands.py" />
            <source>Look for a newer version…</source>
            <translation>查看新版本…</translation>
        </message>
        <message>
            <location filename="shell_commands.py" />
            <source>Open log folder</source>
            <translation>打开日志文件夹</translation>
        </message>
        <message>
            <location filename="shell_commands.py" />
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <location filename="shell_commands.py" />
            <location filename="shell_settings.py" />
            <source>Theme</source>
            <translation>主题</translation>
        </message>
        <message>
            <location filename="shell_commands.py" />
            <location filename="shell_settings.py" />
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <location filename="shell_commands.py" />
            <source>Theme as the system</source>
            <translation>主题跟随系统</translation>
        </message>
        <message>
            <location filename="shell_commands.py" />
            <source>Light theme</source>
            <translation>浅色主题</translation>
        </message>
        <message>
            <location filename="shell_commands.py" />
            <source>Dark theme</source>
            <translation>深色主题</translation>
        </message>
        <message>
            <location filename="shell_commands.py" />
            <source>Language as the system</source>
            <translation>语言跟随系统</translation>
        </message>
        <message>
            <location filename="shell_panels.py" />
            <source>What the essays claim, and what the arithmetic says</source>
            <translation>文章怎么说，算式怎么算</translation>
        </message>
        <message>
            <location filename="shell_panels.py" />
            <source>What each plugin brings, and which one failed</source>
            <translation>各插件提供什么，哪个出了错</translation>
        </message>
        <message>
            <location filename="shell_panels.py" />
            <source>The demo, the language, and what this machine has</source>
            <translation>演示、语言，以及本机有什么</translation>
        </message>
        <message>
            <location filename="shell_panels.py" />
            <source>What is running, and how long it still needs</source>
            <translation>正在运行的任务及剩余时间</translation>
        </message>
        <message>
            <location filename="shell_panels.py" />
            <source>What was said since the start</source>
            <translation>启动以来的通知</translation>
        </message>
        <message>
            <location filename="shell_settings.py" />
            <source>General</source>
            <translation>通用</translation>
        </message>
        <message>
            <location filename="shell_settings.py" />
            <source>Disabled plugins</source>
            <translation>停用的插件</translation>
        </message>
        <message>
            <location filename="shell_settings.py" />
            <source>Entry-point names; a disabled plugin is not imported.</source>
            <translation>入口点名称；停用的插件不会被导入。</translation>
        </message>
        <message>
            <location filename="shell_settings.py" />
            <source>As the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <location filename="shell_settings.py" />
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <location filename="shell_settings.py" />
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <location filename="status_bar.py" />
            <source>Progress of the running jobs</source>
            <translation>运行中任务的进度</translation>
        </message>
        <message>
            <location filename="status_bar.py" />
            <source>{count} jobs</source>
            <translation>{count} 个任务</translation>
        </message>
        <message>
            <location filename="status_bar.py" />
            <source>Job centre: {jobs}</source>
            <translation>任务中心：{jobs}</translation>
        </message>
        <message>
            <location filename="status_bar.py" />
            <source>Notices, {count} unread</source>
            <translation>通知，{count} 条未读</translation>
        </message>
        <message>
            <location filename="tables.py" />
            <source>Copy cells</source>
            <translation>复制单元格</translation>
        </message>
        <message>
            <location filename="welcome.py" />
            <source>Watch the demo</source>
            <translation>观看演示</translation>
        </message>
        <message>
            <location filename="welcome.py" />
            <source>Open a file…</source>
            <translation>打开文件…</translation>
        </message>
        <message>
            <location filename="welcome.py" />
            <source>Looking at this machine</source>
            <translation>正在检查本机</translation>
        </message>
        <message>
            <location filename="welcome.py" />
            <source>Why?</source>
            <translation>为什么？</translation>
        </message>
        <message>
            <location filename="welcome.py" />
            <source>Looking at this machine…</source>
            <translation>正在检查本机…</translation>
        </message>
        <message>
            <location filename="welcome.py" />
            <source>Welcome to Pixelwatt</source>
            <translation>欢迎使用 Pixelwatt</translation>
        </message>
        <message>
            <location filename="welcome.py" />
            <source>Found on this machine</source>
            <translation>本机可用</translation>
        </message>
        <message>
            <location filename="welcome.py" />
            <source>Why was this not found: {names}</source>
            <translation>为什么未找到：{names}</translation>
        </message>
        <message>
            <location filename="welcome.py" />
            <source>No plugin looks at this machine.</source>
            <translation>没有插件检查本机。</translation>
        </message>
        <message>
            <location filename="welcome.py" />
            <source>Not found: {names}</source>
            <translation>未找到：{names}</translation>
        </message>
        <message>
            <location filename="window.py" />
            <source>Open recent</source>
            <translation>打开最近的文件</translation>
        </message>
        <message>
            <location filename="window.py" />
            <source>No panel is open</source>
            <translation>没有打开的面板</translation>
        </message>
        <message>
            <location filename="window.py" />
            <source>Open one from the View menu, or bring back the first layout.</source>
            <translation>请从“视图”菜单打开面板，或恢复初始布局。</translation>
        </message>
        <message>
            <location filename="window.py" />
            <source>{command} failed.</source>
            <translation>“{command}”执行出错。</translation>
        </message>
        <message>
            <location filename="window.py" />
            <source>Panel</source>
            <translation>面板</translation>
        </message>
        <message>
            <location filename="window_actions.py" />
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <location filename="window_actions.py" />
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <location filename="window_actions.py" />
            <source>Collecting diagnostics</source>
            <translation>正在收集诊断信息</translation>
        </message>
        <message>
            <location filename="window_actions.py" />
            <source>The diagnostics are on the clipboard.</source>
            <translation>诊断信息已复制到剪贴板。</translation>
        </message>
        <message>
            <location filename="window_actions.py" />
            <source>The page could not be opened.</source>
            <translation>无法打开页面。</translation>
        </message>
        <message>
            <location filename="window_actions.py" />
            <source>This copy of Pixelwatt does not say where its home page is.</source>
            <translation>此 Pixelwatt 副本未注明主页地址。</translation>
        </message>
        <message>
            <location filename="window_actions.py" />
            <source>No files yet</source>
            <translation>还没有文件</translation>
        </message>
        <message>
            <location filename="window_actions.py" />
            <source>Clear this list</source>
            <translation>清空列表</translation>
        </message>
        <message>
            <location filename="workbench.py" />
            <source>Looking at {name}</source>
            <translation>正在查看 {name}</translation>
        </message>
        <message>
            <location filename="workbench.py" />
            <source>The file could not be opened.</source>
            <translation>文件无法打开。</translation>
        </message>
        <message>
            <location filename="workbench.py" />
            <source>{job} failed.</source>
            <translation>“{job}”出错。</translation>
        </message>
        <message>
            <location filename="workbench.py" />
            <source>{name} could not be opened.</source>
            <translation>{name} 无法打开。</translation>
        </message>
    </context>
</TS>
