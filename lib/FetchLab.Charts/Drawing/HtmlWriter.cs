using System.Globalization;

namespace FetchLab.Charts;

/// <summary>
/// A figure for a page: a box of fixed height with the still in it, and a script that puts the live chart in its place once
/// <c>window.Plotly</c> exists. Where it never does, the still stays.
/// </summary>
internal static class HtmlWriter
{
    /// <summary>What the page's window hears when plotly.js is there.</summary>
    public const string Announcement = "fetchlab-plotly";

    // The box is found by its id, which is new each time, and not by where the script stands: notebooks run scripts in
    // places of their own. A page that shows the same output twice has two such boxes; the first that is not live is taken.
    // A box without a width (a folded output, a hidden tab) waits until it has one. Texts take the page's colour, and follow
    // it when the reader changes the theme. In a box too narrow for the title, the legend or the caption, these take more
    // lines, and the box grows by them; plotly.js sets a title of several lines 11 pixels too high, and a legend of several
    // lines in columns as wide as its longest name.
    private const string Script = """
        (function(){
        var f=FIGURE,tries=0;
        function ink(e){return getComputedStyle(e).color}
        function wrap(text,width){var line=0;return text.split(' ').map(function(word){
        var fits=line+word.length<=width/8.5;line=fits?line+word.length+1:word.length+1;return (fits?' ':'<br>')+word}).join('').trim()}
        function fit(box){
        var width=box.clientWidth-24,title=f.layout.title,all=[title.text],margin=f.layout.margin,
        room=box.clientWidth-margin.l-margin.r,
        names=f.data.filter(function(t){return t.visible!==false&&t.showlegend!==false}).map(function(t){return 46+7*t.name.length}),
        long=names.reduce(function(sum,name){return sum+name},36),
        columns=Math.max(1,Math.floor(room/Math.max.apply(null,names)));
        (f.layout.sliders||[]).forEach(function(s){s.steps.forEach(function(step){
        all.push(step.args[1]['title.text']);step.args[1]['title.text']=wrap(step.args[1]['title.text'],width)})});
        title.text=wrap(title.text,width);
        var lines=Math.max.apply(null,all.map(function(text){return wrap(text,width).split('<br>').length}));
        var more=18*(lines-1)+(long>room?19*(Math.ceil(names.length/columns)-1):0),below=0;
        (f.layout.annotations||[]).forEach(function(a){
        var before=a.text.split('<br>');a.text=before.map(function(text){return wrap(text,room*1.25)}).join('<br>');
        below+=LINE*(a.text.split('<br>').length-before.length)});
        if(lines>1)title.pad.t+=11;
        margin.t+=more;margin.b+=below;f.layout.height+=more+below;if(more+below)box.style.height=f.layout.height+'px';
        }
        function draw(){
        var box=document.querySelector('#ID:not([data-live])');
        if(!box||!window.Plotly)return;
        if(!box.clientWidth){if(window.ResizeObserver)new ResizeObserver(function(_,o){if(box.clientWidth){o.disconnect();draw()}}).observe(box);return}
        box.setAttribute('data-live','');
        var still=box.firstElementChild,live=document.createElement('div');
        live.style.height='100%';still.style.display='none';box.appendChild(live);
        f.layout.font.color=ink(box);
        fit(box);
        Promise.resolve().then(function(){return Plotly.newPlot(live,f.data,f.layout,f.config)}).then(function(){
        still.remove();
        function follow(){if(live.isConnected&&ink(box)!==live.layout.font.color)Plotly.relayout(live,{'font.color':ink(box)})}
        new MutationObserver(follow).observe(document.body,{attributes:true,attributeFilter:['class','data-vscode-theme-kind','data-jp-theme-name']});
        matchMedia('(prefers-color-scheme: dark)').addEventListener('change',follow);
        },function(){live.remove();still.style.display=''});
        }
        addEventListener('ANNOUNCEMENT',draw);
        (function poll(){draw();if(!window.Plotly&&tries++<40)setTimeout(poll,250)})();
        })()
        """;

    public static string Write(FigureSpec figure, string plotlyJson)
    {
        var id = "fetchlab-" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..12];
        var script = Script
            .Replace("ID", id, StringComparison.Ordinal)
            .Replace("ANNOUNCEMENT", Announcement, StringComparison.Ordinal)
            .Replace("LINE", FigureSpec.LineHeight.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("FIGURE", Markup.EscapeForScript(plotlyJson), StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"""
            <div id="{id}" class="fetchlab-figure" style="max-width:{FigureSpec.Width}px;height:{figure.Height}px">{SvgWriter.Write(figure, inPage: true)}</div>
            <script>{script}</script>
            """);
    }
}
