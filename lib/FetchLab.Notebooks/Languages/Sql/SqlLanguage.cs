using System.Globalization;
using DuckDB.NET.Data;
using Microsoft.Data.Analysis;

namespace FetchLab.Notebooks;

/// <summary>SQL, over a database in memory that belongs to the session.</summary>
/// <remarks>
/// A C# variable that the code names, and that holds rows, is a table of the schema <c>csharp</c>, as the variable is when the
/// code starts; <c>$name</c> is a variable with a single value. What SQL itself creates comes first where both have a name.
/// </remarks>
internal sealed class SqlLanguage(LanguageSetting setting) : ILanguage
{
    private static readonly TimeSpan _betweenCancels = TimeSpan.FromMilliseconds(50);

    private readonly Lazy<DuckDBConnection> _database = new(() => SqlDatabase.Open(setting.Folder)); // 60 MB of native code: when the first statement comes.
    private readonly Dictionary<string, object?> _values = new(StringComparer.OrdinalIgnoreCase);
    private volatile IReadOnlyList<SqlColumnName> _known = [];
    private volatile bool _isRunning;

    public string Name => "sql";

    /// <summary>What the last statement of the code that ran last gave; null where it gave nothing.</summary>
    public DataFrame? Result { get; private set; }

    /// <summary>Runs the statements. Each result shows as a table, the last one as the cell's.</summary>
    /// <inheritdoc/>
    public async Task RunAsync(string code, LanguageCell cell)
    {
        (Result, _isRunning) = (null, true);
        try
        {
            var text = new SqlText(code);
            var variables = setting.Variables();
            foreach (var variable in variables.Where(variable => text.Words.Contains(variable.Name)))
                SqlTable.Of(variable.Value)?.Create(_database.Value, SqlDatabase.CSharp, variable.Name, cell.Stopping);
            // One by one: of a text of several the database counts the lines wrong.
            foreach (var statement in text.Statements) await RunAsync(statement, variables, cell);
        }
        catch (Exception) when (cell.Stopping.IsCancellationRequested)
        {
            throw new OperationCanceledException(cell.Stopping);
        }
        catch (DuckDBException error)
        {
            throw SqlError.Of(error, code, cell.Name);
        }
        finally
        {
            if (Result is not null) cell.Put(new ResultOutput(ValueFormatter.Format(Result)));
            Learn();
            _isRunning = false;
        }
    }

    /// <inheritdoc/>
    public Task<Completion?> CompleteAsync(string code, int position, CancellationToken cancellationToken) =>
        Task.FromResult<Completion?>(Names().Complete(code, position));

    /// <inheritdoc/>
    public Task<MimeBundle?> InspectAsync(string code, int position, CancellationToken cancellationToken) =>
        Task.FromResult(Names().Inspect(code, position));

    /// <summary>A table as a DataFrame, or a value that was shared.</summary>
    /// <inheritdoc/>
    public async Task<object?> GetAsync(string name, CancellationToken cancellationToken)
    {
        if (_values.TryGetValue(name, out var value)) return value;
        try
        {
            using var command = _database.Value.Command($"FROM {string.Join('.', name.Split('.').Select(SqlDatabase.Quote))}");
            await using var stop = Stop(command, cancellationToken);
            await using var reader = await ReadAsync(command, cancellationToken);
            return SqlResult.Read(reader, cancellationToken);
        }
        catch (DuckDBException error)
        {
            throw new NotebookException($"SQL has no table '{name}': SHOW TABLES lists those that there are, and #!sql --name {name} keeps a result.", error);
        }
    }

    /// <summary>Rows become a table; a single value is what <c>$name</c> stands for.</summary>
    /// <inheritdoc/>
    public Task SetAsync(string name, object? value, CancellationToken cancellationToken)
    {
        if (SqlTable.Of(value) is { } table)
        {
            _values.Remove(name);
            table.Create(_database.Value, SqlDatabase.Own, name, cancellationToken);
            Learn();
        }
        else if (IsSingle(value))
        {
            _values[name] = value;
        }
        else
        {
            throw new NotebookException($"{name} is a {TypeName.Of(value!.GetType())}, and SQL takes single values, DataFrames and lists of records; share one of these.");
        }

        return Task.CompletedTask;
    }

    /// <summary>Closes the database; one that is still at work ends with the process.</summary>
    public ValueTask DisposeAsync()
    {
        if (_database.IsValueCreated && !_isRunning) _database.Value.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task RunAsync(string statement, IReadOnlyList<Variable> variables, LanguageCell cell)
    {
        cell.Stopping.ThrowIfCancellationRequested();
        using var command = _database.Value.Command(statement);
        command.Parameters.AddRange(Parameters(new SqlText(statement).Parameters, variables).ToArray());
        await using var stop = Stop(command, cell.Stopping);
        await using var reader = await ReadAsync(command, cell.Stopping);
        if (Result is not null) cell.Put(new DisplayOutput(ValueFormatter.Format(Result), Guid.NewGuid().ToString("N")));
        Result = null;
        if (reader.FieldCount > 0) Result = SqlResult.Read(reader, cell.Stopping);
    }

    private static async Task<DuckDBDataReader> ReadAsync(DuckDBCommand command, CancellationToken cancellationToken) =>
        (DuckDBDataReader)await command.ExecuteReaderAsync(cancellationToken);

    // An interrupt that comes just before a statement is forgotten by the database: it is said again until the code has ended.
    private static Timer Stop(DuckDBCommand command, CancellationToken cancellationToken) => new(
        _ =>
        {
            if (cancellationToken.IsCancellationRequested) command.Cancel();
        },
        null,
        _betweenCancels,
        _betweenCancels);

    private IEnumerable<DuckDBParameter> Parameters(IEnumerable<string> names, IReadOnlyList<Variable> variables)
    {
        foreach (var name in names)
        {
            if (!_values.TryGetValue(name, out var value))
            {
                var variable = variables.FirstOrDefault(variable => variable.Name == name)
                    ?? throw new NotebookException($"${name}: there is no C# variable '{name}', nor was one shared; declare it, as in int {name} = 10; in a C# cell.");
                value = IsSingle(variable.Value) ? variable.Value : throw new NotebookException(
                    $"${name}: a parameter is a single value, and {name} is a {TypeName.Of(variable.Value!.GetType())}; a table is named without the dollar sign.");
            }

            yield return new(name, value is Enum or char or Uri or Version ? Convert.ToString(value, CultureInfo.InvariantCulture) : value);
        }
    }

    private static bool IsSingle(object? value) => value is null || Scalars.Includes(value.GetType());

    private SqlNames Names() => new([
        .. _known,
        .. setting.Variables().SelectMany(variable => SqlTable.Of(variable.Value)?.Columns
            .Select(column => new SqlColumnName(variable.Name, column.Name, TypeName.Of(column.Type))) ?? []),
    ]);

    // Asked now, because the one connection is busy while completion asks.
    private void Learn()
    {
        if (!_database.IsValueCreated) return;
        try
        {
            using var command = _database.Value.Command(
                $"SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE NOT internal AND schema_name != '{SqlDatabase.CSharp}'");
            using var reader = command.ExecuteReader();
            var known = new List<SqlColumnName>();
            while (reader.Read()) known.Add(new(reader.GetString(0), reader.GetString(1), reader.GetString(2)));
            _known = known;
        }
        catch (DuckDBException)
        {
            // In a transaction that has failed nothing can be asked; what was known before is good enough.
        }
    }
}
