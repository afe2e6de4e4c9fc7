// The one place where a notebook meets the build: every lesson begins with  #!import lab.csx
// If the next line cannot find its file, run  dotnet build  in the folder that holds README.md.
#r "../artifacts/lab/FetchLab.dll"
#r "../artifacts/lab/FetchLab.Charts.dll"
#r "../artifacts/lab/FetchLab.Parsing.dll"
#r "../artifacts/lab/Microsoft.Data.Analysis.dll"

using System.IO;
using System.Net.Http;
using System.Threading;
using FetchLab;
using FetchLab.Charts;
using FetchLab.Parsing;
using Microsoft.Data.Analysis;
using Microsoft.DotNet.Interactive.Formatting;

// What a plain engine lacks: a DataFrame as a table, a run as its row of the summary, and a claim, a prediction, a verdict or a disaster as its sentence.
Formatter.Register<DataFrame>((frame, writer) => writer.Write(FrameTable.Html(frame)), "text/html");
Formatter.Register<DataFrame>((frame, writer) => writer.Write(FrameTable.Text(frame)), "text/plain");
Formatter.SetPreferredMimeTypesFor(typeof(DataFrame), "text/html", "text/plain");
Formatter.Register<FetchRun>((run, writer) => writer.Write(FrameTable.Html(run.ToRow())), "text/html");
Formatter.Register<FetchRun>((run, writer) => writer.Write(FrameTable.Text(run.ToRow())), "text/plain");
Formatter.SetPreferredMimeTypesFor(typeof(FetchRun), "text/html", "text/plain");
Formatter.Register<Claim>((claim, writer) => writer.Write(claim), "text/plain");
Formatter.SetPreferredMimeTypesFor(typeof(Claim), "text/plain");
Formatter.Register<Prediction>((prediction, writer) => writer.Write(prediction), "text/plain");
Formatter.SetPreferredMimeTypesFor(typeof(Prediction), "text/plain");
Formatter.Register<Verdict>((verdict, writer) => writer.Write(verdict), "text/plain");
Formatter.SetPreferredMimeTypesFor(typeof(Verdict), "text/plain");
Formatter.Register<DisasterRun>((disaster, writer) => writer.Write(disaster), "text/plain");
Formatter.SetPreferredMimeTypesFor(typeof(DisasterRun), "text/plain");

// plotly.js, so that the figures of this notebook come alive; without it they stay stills.
display(Lab.Plotly);
