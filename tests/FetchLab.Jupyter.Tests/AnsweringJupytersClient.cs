namespace FetchLab.Jupyter.Tests;

/// <summary>Jupyter's own client in Python goes through every message; wire.py holds each answer against the protocol.</summary>
/// <remarks>The names stand here and there, so that none is lost in silence.</remarks>
public sealed class AnsweringJupytersClient(WireReport report) : IClassFixture<WireReport>
{
    public static TheoryData<string> Checks =>
    [
        "kernel_info",
        "execute_result",
        "execute_counts_up",
        "execute_silent",
        "execute_without_history",
        "user_expressions",
        "user_expressions_show_nothing",
        "stop_on_error_aborts_what_is_queued",
        "without_stop_on_error_nothing_is_aborted",
        "input_is_asked",
        "password_is_asked",
        "read_line_is_asked",
        "input_without_stdin_says_so",
        "display_data",
        "update_display_data",
        "clear_output",
        "streams_in_order",
        "streams_before_displays",
        "streams_live",
        "streams_late",
        "streams_of_two_cells_apart",
        "half_a_character",
        "error_at_runtime",
        "error_at_compile_time",
        "complete",
        "complete_knows_earlier_cells",
        "inspect",
        "is_complete",
        "history_tail",
        "history_range",
        "history_search",
        "comm_info",
        "comm_open_is_closed",
        "interrupt_on_control",
        "interrupt_by_signal",
        "interrupt_ends_a_question",
        "interrupt_without_a_cell",
        "heartbeat",
        "heartbeat_while_a_cell_runs",
        "wrong_signature_is_dropped",
        "nonsense_is_survived",
        "every_message_fits_the_protocol",
        "shutdown_for_good",
        "shutdown_for_a_restart",
        "shutdown_on_shell",
        "shutdown_while_a_cell_runs",
        "restart_by_the_manager",
    ];

    [Theory]
    [MemberData(nameof(Checks))]
    public void Check_Passes(string name)
    {
        Assert.SkipWhen(report.Missing is not null, report.Missing ?? "");

        var line = report.Lines.SingleOrDefault(line => line.Split(' ', ':') is [_, var checkedName, ..] && checkedName == name);

        Assert.True(line == $"ok {name}", $"{line ?? "it did not run"}; stderr: {report.Error}");
    }

    [Fact]
    public void Checks_AreAllNamedHere()
    {
        Assert.SkipWhen(report.Missing is not null, report.Missing ?? "");

        Assert.Equal(Checks.Select(check => check.Data), report.Lines.Select(line => line.Split(' ', ':')[1]));
    }
}
