using System.Globalization;

namespace FetchLab.Tests;

public sealed class WritingDurations
{
    [Theory]
    [InlineData(0, "0 ms")]
    [InlineData(0.52, "0.52 ms")]
    [InlineData(9.99, "9.99 ms")]
    [InlineData(9.999, "10 ms")]
    [InlineData(531.4, "531 ms")]
    [InlineData(999.4, "999 ms")]
    [InlineData(999.6, "1.00 s")]
    [InlineData(5310, "5.31 s")]
    [InlineData(-50, "-50 ms")]
    public void ADuration_HasTheUnitThatFitsIt(double milliseconds, string text) =>
        Assert.Equal(text, TimeSpan.FromMilliseconds(milliseconds).ToText());

    [Fact]
    public void ADuration_ReadsTheSameInEveryCulture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = "," } };
        try
        {
            Assert.Equal("5.31 s", TimeSpan.FromSeconds(5.31).ToText());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
