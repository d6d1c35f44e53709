package nz.cleancar.policy.xlsx;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Vocabulary;

/** Copies the last year of a table forward, in its workbook. */
public final class NextYear {

  private final Limits limits = Limits.DEFAULT;

  /** What comes of it. */
  public sealed interface Result {

    /** The workbook with the year in it. */
    final class Copied implements Result {

      private final byte[] content;
      private final List<Place> ended;
      private final List<ToConfirm> toConfirm;

      Copied(byte[] content, List<Place> ended, List<ToConfirm> toConfirm) {
        this.content = content.clone();
        this.ended = List.copyOf(ended);
        this.toConfirm = List.copyOf(toConfirm);
      }

      /** The file. */
      public byte[] content() {
        return content.clone();
      }

      /** The cells whose period now ends with the year before. */
      public List<Place> ended() {
        return ended;
      }

      /** The cells that still have the values of the year before. */
      public List<ToConfirm> toConfirm() {
        return toConfirm;
      }
    }

    /**
     * Nothing is changed.
     *
     * @param says why, in a sentence
     */
    record Refused(String says) implements Result {}
  }

  /**
   * A row that was copied.
   *
   * @param place its cells with values of the year before
   * @param kind what the row is chosen by, for example {@code Vehicle type A, Year 2030}
   * @param values the values, for example {@code Annual target 65 g CO2/km}
   */
  public record ToConfirm(Place place, String kind, String values) {}

  /**
   * Copies each row that holds in the year before, and ends the periods that do.
   *
   * @param workbook the name of the file
   * @param content the file
   * @param id the table's id
   * @param year the year to come
   * @param vocabulary what the columns may be, and which of them are the year of a day
   */
  public Result copy(String workbook, byte[] content, String id, int year, Vocabulary vocabulary) {
    var contents = new XlsxWorkbookReader(limits).read(workbook, content, vocabulary);
    var table = contents.tables().stream().filter(each -> each.id().equals(id)).findFirst();
    if (table.isEmpty()) {
      return new Result.Refused(
          "The table `%s` cannot be read from %s; `ccs check` says why.".formatted(id, workbook));
    }
    return switch (YearPlan.of(table.get(), year, vocabulary.coverage())) {
      case YearPlan.Impossible(String says) -> new Result.Refused(says);
      case YearPlan.Possible plan -> write(workbook, content, table.get(), plan, vocabulary);
    };
  }

  private Result write(
      String workbook,
      byte[] content,
      PolicyTable table,
      YearPlan.Possible plan,
      Vocabulary vocabulary) {
    try {
      var place = Place.of(workbook);
      var parts = EditedWorkbook.parts(place, content, limits);
      var layout = TableLayout.of(place, parts, table, vocabulary, limits);
      byte[] written =
          EditedWorkbook.change(parts, book -> new RowCopies(book, layout).apply(plan));
      var read = new XlsxWorkbookReader(limits).read(workbook, written, vocabulary);
      return read.findings().isEmpty()
          ? copied(written, table, read.tables(), plan, layout)
          : new Result.Refused("The copy would not read: " + read.findings().getFirst().line());
    } catch (Refused | IOException e) {
      return new Result.Refused(
          workbook + " cannot be written as it is; copy its tables alone into a new workbook.");
    }
  }

  private static Result copied(
      byte[] written,
      PolicyTable before,
      List<PolicyTable> tables,
      YearPlan.Possible plan,
      TableLayout layout) {
    var table = tables.stream().filter(each -> each.id().equals(before.id())).findFirst();
    var toConfirm = new ArrayList<ToConfirm>();
    for (int number : plan.copiedRows()) {
      table.orElseThrow().rows().stream()
          .filter(row -> row.number() == number)
          .map(row -> toConfirm(before, row, layout))
          .forEach(toConfirm::add);
    }
    var ended =
        plan.steps().stream()
            .filter(step -> !step.ended().isEmpty())
            .map(
                step ->
                    new Place(
                        before.workbook(),
                        before.sheet(),
                        new Address(plan.numberAfter(step.row()), layout.column(plan.input()))
                            .toString()))
            .toList();
    return new Result.Copied(written, ended, toConfirm);
  }

  private static ToConfirm toConfirm(PolicyTable table, Row row, TableLayout layout) {
    var kind =
        IntStream.range(0, table.inputs().size())
            .mapToObj(i -> table.inputs().get(i).heading() + " " + row.conditions().get(i).text())
            .toList();
    var values =
        IntStream.range(0, table.outcomes().size())
            .mapToObj(i -> table.outcomes().get(i).heading() + " " + row.outcomes().get(i).text())
            .toList();
    return new ToConfirm(
        new Place(table.workbook(), table.sheet(), layout.outcomes(row.number()).toString()),
        String.join(", ", kind),
        String.join(", ", values));
  }

  /** The first day of a year. */
  static LocalDate firstOf(int year) {
    return LocalDate.of(year, 1, 1);
  }
}
