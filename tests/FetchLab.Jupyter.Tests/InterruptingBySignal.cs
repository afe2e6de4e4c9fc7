namespace FetchLab.Jupyter.Tests;

public sealed class InterruptingBySignal
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Signal_EndsTheCell_AlsoWhereAParentIgnoresIt(bool ignored)
    {
        using var kernel = new KernelProcess(ignoresInterrupt: ignored);
        using var client = new Client(kernel.File);
        client.Begin("while (true) { }");

        await kernel.SignalAsync("INT");

        Assert.Equal("the cell was interrupted.", client.Reply().Content.Text("evalue"));
        Assert.Equal("ok", client.Execute("1").Reply.Text("status"));
        Assert.Equal("ok", client.Ask("shutdown_request", control: true).Text("status"));
        Assert.Equal((0, ""), await kernel.EndAsync());
    }
}
