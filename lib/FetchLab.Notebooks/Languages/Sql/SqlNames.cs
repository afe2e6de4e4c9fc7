using System.Text.RegularExpressions;

namespace FetchLab.Notebooks;

/// <summary>Completes SQL, and tells what its names are: those of tables and their columns, and the usual keywords.</summary>
/// <param name="columns">The columns that there are.</param>
internal sealed partial class SqlNames(IReadOnlyList<SqlColumnName> columns)
{
    private static readonly string[] _keywords =
    [
        "SELECT", "FROM", "WHERE", "GROUP BY", "ORDER BY", "HAVING", "LIMIT", "JOIN", "LEFT JOIN", "ON", "USING", "AS", "AND", "OR", "NOT", "IN", "IS NULL",
        "LIKE", "BETWEEN", "CASE", "WHEN", "THEN", "ELSE", "END", "DISTINCT", "UNION ALL", "WITH", "OVER", "PARTITION BY", "QUALIFY", "DESC",
        "CREATE TABLE", "CREATE TEMP TABLE", "INSERT INTO", "VALUES", "DROP TABLE", "DESCRIBE", "SUMMARIZE",
        "count", "sum", "avg", "min", "max", "median", "quantile_cont", "round", "row_number", "lag", "lead", "epoch_ms", "strftime", "read_parquet", "read_csv",
    ];

    /// <summary>What could stand at a position: behind a table's name and a dot its columns; else the columns of the tables that the code names, tables, keywords.</summary>
    public Completion Complete(string code, int position)
    {
        var (start, end) = Word(code, position);
        var typed = code[start..position];
        var named = new SqlText(code).Words;
        var items = Owner(code, start) is { } owner
            ? Columns(Table(code, owner))
            : [.. columns.Where(column => named.Contains(column.Table)).Select(column => new CompletionItem(column.Column, "field")),
                .. columns.Select(column => new CompletionItem(column.Table, "class")),
                .. _keywords.Select(keyword => new CompletionItem(keyword, "keyword"))];
        return new(start, end, [.. items.Where(item => item.Text.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).Distinct().Take(CodeCompletion.MostItems)]);
    }

    /// <summary>What the name at a position is; null where it is none of a table or a column.</summary>
    public MimeBundle? Inspect(string code, int position)
    {
        var (start, end) = Word(code, position);
        var name = code[start..end];
        var table = columns.Where(column => Is(column.Table, name)).Select(column => $"    {column.Column} {column.Type}").Distinct().ToList();
        if (table.Count > 0) return new(MimeTypes.Plain, string.Join('\n', [$"table {name}", .. table]));
        var named = new SqlText(code).Words;
        var found = columns.Where(column => Is(column.Column, name) && named.Contains(column.Table)).Select(column => $"{column.Table}.{column.Column} {column.Type}").Distinct().ToList();
        return found.Count > 0 ? new(MimeTypes.Plain, string.Join('\n', found)) : null;
    }

    private IEnumerable<CompletionItem> Columns(string table) =>
        columns.Where(column => Is(column.Table, table)).Select(column => new CompletionItem(column.Column, "field"));

    // 'slow s' and 'slow AS s' call the table s.
    private string Table(string code, string owner)
    {
        foreach (Match alias in Alias().Matches(code))
            if (Is(alias.Groups[2].Value, owner) && columns.Any(column => Is(column.Table, alias.Groups[1].Value))) return alias.Groups[1].Value;
        return owner;
    }

    private static string? Owner(string code, int start)
    {
        if (start == 0 || code[start - 1] != '.') return null;
        var (first, last) = Word(code, start - 1);
        return first < last ? code[first..last] : null;
    }

    private static (int Start, int End) Word(string code, int position)
    {
        int start = position, end = position;
        while (start > 0 && IsNamePart(code[start - 1])) start--;
        while (end < code.Length && IsNamePart(code[end])) end++;
        return (start, end);
    }

    private static bool IsNamePart(char sign) => char.IsLetterOrDigit(sign) || sign == '_';

    private static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\b(\w+)\b(?=\s+(?:as\s+)?(\w+))", RegexOptions.IgnoreCase)]
    private static partial Regex Alias();
}
