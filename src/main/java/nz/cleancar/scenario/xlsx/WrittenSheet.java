package nz.cleancar.scenario.xlsx;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.scenario.Answer;
import nz.cleancar.scenario.Expectation;
import nz.cleancar.scenario.Scenario;
import nz.cleancar.scenario.Suite;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes a suite on a sheet of its own, in the look of tables. */
final class WrittenSheet {

  private static final int NAME_WIDTH = 48;
  private static final int PROSE_WIDTH = 40;
  private static final int LEAST_WIDTH = 13;
  private static final int MOST_WIDTH = 30;
  private static final int MORE_ROWS = 200;
  private static final int LONGEST_LIST = 255;
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
  private static final BigDecimal CENT = new BigDecimal("0.01");

  private final XSSFSheet sheet;
  private final SuiteLook look;
  private final Suite suite;
  private final SuitePlan plan;
  private int row;

  WrittenSheet(XSSFWorkbook workbook, Suite suite, SuitePlan plan) {
    String name = suite.sheet().isEmpty() ? suite.id() : suite.sheet();
    this.sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(name));
    this.look = new SuiteLook(workbook);
    this.suite = suite;
    this.plan = plan;
  }

  void write(List<Scenario> scenarios) {
    text(row, 0, suite.title(), SuiteLook.Part.TITLE);
    sheet.getRow(row).setHeightInPoints(27);
    key("Suite", suite.id());
    key("Purpose", suite.purpose());
    key("Topic", suite.topic());
    plan.toAll()
        .forEach(
            (term, value) -> {
              text(++row, 0, "Given: " + term.header(), SuiteLook.Part.KEY);
              value(row, 1, value, SuiteLook.Part.BESIDE);
              choices(row, row, 1, choices(term));
            });
    int header = ++row;
    header(header, scenarios);
    scenarios.forEach(this::scenario);
    sheet.createFreezePane(1, header + 1);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
  }

  private void key(String key, String text) {
    text(++row, 0, key, SuiteLook.Part.KEY);
    text(row, 1, text, SuiteLook.Part.BESIDE);
  }

  private void header(int at, List<Scenario> scenarios) {
    int column = 0;
    heading(at, column++, SuiteHeader.NAME, SuiteLook.Part.ABOUT, NAME_WIDTH);
    for (Term term : plan.own()) {
      choices(at + 1, at + MORE_ROWS, column, choices(term));
      var values =
          scenarios.stream().flatMap(each -> SuitePlan.said(each, term).stream()).map(Value::text);
      heading(at, column++, term.header(), SuiteLook.Part.GIVEN, width(term.header(), values));
    }
    for (Expected expected : plan.expected()) {
      String heading = SuiteHeader.EXPECT + expected.heading();
      choices(at + 1, at + MORE_ROWS, column, choices(expected));
      var values =
          scenarios.stream()
              .flatMap(each -> SuitePlan.expectation(each, expected).stream())
              .map(Expectation::text);
      heading(at, column++, heading, SuiteLook.Part.EXPECTED, width(heading, values));
    }
    heading(at, column++, SuiteHeader.REASON, SuiteLook.Part.ABOUT, PROSE_WIDTH);
    heading(at, column, SuiteHeader.TAGS, SuiteLook.Part.ABOUT, LEAST_WIDTH + 7);
    sheet.getRow(at).setHeightInPoints(40);
  }

  private void heading(int at, int column, String text, SuiteLook.Part part, int width) {
    text(at, column, text, part);
    sheet.setColumnWidth(column, width * 256);
  }

  /** Room for the widest text and the margins around it. */
  private static int width(String heading, Stream<String> values) {
    int widest = Stream.concat(Stream.of(heading), values).mapToInt(String::length).max().orElse(0);
    return Math.clamp(widest + 4L, LEAST_WIDTH, MOST_WIDTH);
  }

  private void scenario(Scenario scenario) {
    row++;
    int column = 0;
    text(row, column++, scenario.name(), SuiteLook.Part.PROSE);
    for (Term term : plan.own()) {
      int at = column++;
      SuitePlan.said(scenario, term)
          .ifPresentOrElse(
              value -> value(row, at, value, SuiteLook.Part.PROSE), () -> blank(row, at));
    }
    for (Expected expected : plan.expected()) {
      int at = column++;
      SuitePlan.expectation(scenario, expected)
          .ifPresentOrElse(expectation -> expectation(row, at, expectation), () -> blank(row, at));
    }
    prose(row, column++, scenario.reason());
    prose(row, column, String.join("; ", scenario.tags()));
  }

  private void expectation(int at, int column, Expectation expectation) {
    switch (expectation) {
      case Expectation.Amount amount when amount.tolerance().signum() == 0 ->
          value(at, column, Value.of(amount.number()), SuiteLook.Part.PROSE);
      case Expectation.Same same -> value(at, column, same.value(), SuiteLook.Part.PROSE);
      case Expectation.Amount _,
          Expectation.Nothing _,
          Expectation.Outcome _,
          Expectation.ReasonCodes _,
          Expectation.RowsUsed _ ->
          text(at, column, expectation.text(), SuiteLook.Part.PROSE);
    }
  }

  /** A value in a cell of its kind; a day that spreadsheets do not agree on is a text. */
  private void value(int at, int column, Value value, SuiteLook.Part part) {
    switch (value) {
      case Value.Whole(long number) -> number(at, column, BigDecimal.valueOf(number), part);
      case Value.Decimal(BigDecimal number) -> number(at, column, number, part);
      case Value.Day(LocalDate day) when !day.isBefore(FIRST_DAY) -> {
        var cell = cell(at, column);
        cell.setCellValue(day);
        cell.setCellStyle(look.of(part, SuiteLook.DAY));
      }
      case Value.Day _, Value.Word _, Value.Words _, Value.YesNo _, Value.Sentence _ ->
          text(at, column, value.text(), part);
    }
  }

  private void number(int at, int column, BigDecimal number, SuiteLook.Part part) {
    var cell = cell(at, column);
    cell.setCellValue(number.doubleValue());
    boolean isShort = number.remainder(CENT).signum() == 0;
    boolean isWhole = number.stripTrailingZeros().scale() <= 0;
    String format = isWhole ? SuiteLook.WHOLE : isShort ? SuiteLook.CENTS : SuiteLook.GENERAL;
    cell.setCellStyle(look.of(part, format));
  }

  /** A text is a text, whatever it begins with; none leaves the cell blank. */
  private void text(int at, int column, String text, SuiteLook.Part part) {
    if (!text.isEmpty()) {
      var cell = cell(at, column);
      cell.setCellValue(text);
      cell.setCellStyle(look.of(part, SuiteLook.TEXT));
    }
  }

  private void prose(int at, int column, String text) {
    if (text.isEmpty()) {
      blank(at, column);
    } else {
      text(at, column, text, SuiteLook.Part.PROSE);
    }
  }

  private void blank(int at, int column) {
    cell(at, column).setCellStyle(look.of(SuiteLook.Part.PROSE, SuiteLook.GENERAL));
  }

  private XSSFCell cell(int at, int column) {
    var line = Optional.ofNullable(sheet.getRow(at)).orElseGet(() -> sheet.createRow(at));
    return line.createCell(column);
  }

  private List<String> choices(Expected expected) {
    return switch (expected) {
      case Expected.OfOutcome _ -> Answer.outcomes(suite.topic());
      case Expected.OfTerm(Term term) -> choices(term);
      case Expected.OfReasonCodes _, Expected.OfRowsUsed _ -> List.of();
    };
  }

  private static List<String> choices(Term term) {
    return switch (term.kind()) {
      case WORD -> withNone(term, term.allowed());
      case YES_NO -> withNone(term, List.of("yes", "no"));
      case WORDS, WHOLE, DECIMAL, DAY, SENTENCE -> List.of();
    };
  }

  private static List<String> withNone(Term term, List<String> words) {
    var all = new ArrayList<>(words);
    if (!words.isEmpty() && (term.optional() || term.kind() == Kind.WORDS)) {
      all.add(CaseGrammar.NONE);
    }
    return all;
  }

  /** Offers the words, and lets others be typed: the reader says what is wrong with them. */
  private void choices(int from, int to, int column, List<String> words) {
    if (words.isEmpty() || String.join(",", words).length() > LONGEST_LIST) {
      return;
    }
    var helper = sheet.getDataValidationHelper();
    var validation =
        helper.createValidation(
            helper.createExplicitListConstraint(words.toArray(String[]::new)),
            new CellRangeAddressList(from, to, column, column));
    validation.setShowErrorBox(false);
    sheet.addValidationData(validation);
  }
}
