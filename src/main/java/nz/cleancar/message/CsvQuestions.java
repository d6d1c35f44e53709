package nz.cleancar.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import nz.cleancar.policy.table.Nearest;

/**
 * Questions as lines of CSV, one column for each member of the JSON message. The first line names
 * the columns; an empty cell leaves its member out; attributes are parted by semicolons.
 */
public final class CsvQuestions {

  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
  private static final JsonFactory JSON = new JsonFactory();

  /** The columns, by the JSON pointer of the member that each gives. */
  private static final Map<String, String> POINTER_BY_COLUMN = columns();

  private CsvQuestions() {}

  private static Map<String, String> columns() {
    var columns = new LinkedHashMap<String, String>();
    columns.put("vin", "/vehicle/vin");
    columns.put("vehicleClass", "/vehicle/vehicleClass");
    columns.put("condition", "/vehicle/condition");
    columns.put("tareKg", "/vehicle/tareKg");
    columns.put("grossVehicleMassKg", "/vehicle/grossVehicleMassKg");
    columns.put("co2", "/vehicle/co2/gramsPerKm");
    columns.put("testCycle", "/vehicle/co2/testCycle");
    columns.put("firstRegistered", "/vehicle/firstRegistered");
    columns.put("attributes", "/vehicle/attributes");
    columns.put("account", "/account/number");
    columns.put("accountCondition", "/account/condition");
    columns.put("scheme", "/account/scheme");
    columns.put("status", "/account/status");
    columns.put("autoAcceptAtOrBelowTarget", "/account/autoAccept/atOrBelowTarget");
    columns.put("autoAcceptAboveTarget", "/account/autoAccept/aboveTarget");
    columns.put("legalDate", "/legalDate");
    return columns;
  }

  /** The names of the columns, in the order in which people expect them. */
  public static List<String> columnNames() {
    return List.copyOf(POINTER_BY_COLUMN.keySet());
  }

  /** The column that gives the member with this pointer, if one does. */
  public static Optional<String> column(String pointer) {
    return POINTER_BY_COLUMN.entrySet().stream()
        .filter(entry -> entry.getValue().equals(pointer))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /**
   * A line of CSV as the JSON message that it stands for.
   *
   * @param number the line's number in the file, from 1
   * @param json the message
   */
  public record Line(long number, String json) {}

  /**
   * Gives each line on, one at a time.
   *
   * @throws IllegalArgumentException if a column is unknown or stands twice, or the file is no CSV
   */
  public static void read(Reader csv, Consumer<Line> each) {
    try (var records =
        CsvReader.builder()
            .commentStrategy(CommentStrategy.NONE)
            .skipEmptyLines(true)
            .ofNamedCsvRecord(csv)) {
      boolean first = true;
      for (NamedCsvRecord line : records) {
        if (first) {
          checkColumns(line.getHeader());
          first = false;
        }
        each.accept(new Line(line.getStartingLineNumber(), json(line)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (de.siegmar.fastcsv.reader.CsvParseException e) {
      throw new IllegalArgumentException("This is no CSV: " + e.getMessage(), e);
    }
  }

  private static void checkColumns(List<String> header) {
    for (String column : header) {
      if (!POINTER_BY_COLUMN.containsKey(column)) {
        String nearest =
            Nearest.to(column, columnNames()).map(name -> "; is it `" + name + "`?").orElse("");
        throw new IllegalArgumentException("There is no column `" + column + "`" + nearest);
      }
    }
  }

  private static String json(NamedCsvRecord line) throws IOException {
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeObjectFieldStart("vehicle");
      members(line, "/vehicle/", json);
      object(line, "co2", "/vehicle/co2/", json);
      json.writeEndObject();
      json.writeObjectFieldStart("account");
      members(line, "/account/", json);
      object(line, "autoAccept", "/account/autoAccept/", json);
      json.writeEndObject();
      members(line, "/", json);
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void object(NamedCsvRecord line, String name, String prefix, JsonGenerator json)
      throws IOException {
    boolean isGiven =
        POINTER_BY_COLUMN.entrySet().stream()
            .filter(entry -> entry.getValue().startsWith(prefix))
            .anyMatch(entry -> cell(line, entry.getKey()).isPresent());
    if (isGiven) {
      json.writeObjectFieldStart(name);
      members(line, prefix, json);
      json.writeEndObject();
    }
  }

  /** The members right below the pointer. */
  private static void members(NamedCsvRecord line, String prefix, JsonGenerator json)
      throws IOException {
    for (var entry : POINTER_BY_COLUMN.entrySet()) {
      String pointer = entry.getValue();
      if (pointer.startsWith(prefix) && pointer.indexOf('/', prefix.length()) < 0) {
        Optional<String> cell = cell(line, entry.getKey());
        if (cell.isPresent()) {
          json.writeFieldName(pointer.substring(prefix.length()));
          value(entry.getKey(), cell.get(), json);
        }
      }
    }
  }

  private static void value(String column, String cell, JsonGenerator json) throws IOException {
    if (column.equals("attributes")) {
      String[] words =
          Arrays.stream(cell.split(";"))
              .map(String::strip)
              .filter(word -> !word.isEmpty())
              .toArray(String[]::new);
      json.writeArray(words, 0, words.length);
    } else if (column.endsWith("Kg") && WHOLE.matcher(cell).matches()) {
      json.writeNumber(Long.parseLong(cell));
    } else if (column.startsWith("autoAccept") && (cell.equals("true") || cell.equals("false"))) {
      json.writeBoolean(cell.equals("true"));
    } else {
      json.writeString(cell);
    }
  }

  private static Optional<String> cell(NamedCsvRecord line, String column) {
    return line.findField(column).map(String::strip).filter(cell -> !cell.isEmpty());
  }
}
