using FetchLab;
using FetchLab.Disasters;

if (args is not [var name, var deadline, var count, var waitMs] || !Enum.TryParse<Disaster>(name, out var disaster))
{
    await Console.Error.WriteLineAsync("disasters: they are started by the library; try Lab.DisasterAsync in a notebook.");
    return 2;
}

Watches.Start(deadline);
var options = DisasterOptions.Read(count, waitMs);
using var report = new Report();
switch (disaster)
{
    case Disaster.SleepOnThePool: SleepOnThePool.Happen(options, report); break;
    case Disaster.WaitOnThePool: WaitOnThePool.Happen(options, report); break;
    case Disaster.AwaitOnThePool: AwaitOnThePool.Happen(options, report); break;
    case Disaster.ResultOnTheLoop: ResultOnTheLoop.Happen(options, report); break;
    case Disaster.LostUpdates: LostUpdates.Happen(options, report); break;
    default: AsyncLambdaInForEach.Happen(options, report); break;
}

return 0;
