package nz.cleancar.scenario.xlsx;

import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.xlsx.Address;
import nz.cleancar.policy.xlsx.Area;
import nz.cleancar.policy.xlsx.Cells;
import nz.cleancar.policy.xlsx.Content;
import nz.cleancar.policy.xlsx.Sheet;
import nz.cleancar.policy.xlsx.SheetFindings;
import nz.cleancar.policy.xlsx.StreamedRow;
import nz.cleancar.policy.xlsx.StreamedWorkbook;
import nz.cleancar.scenario.Scenario;
import nz.cleancar.scenario.Suite;
import org.jspecify.annotations.Nullable;

/** Reads one sheet as one suite, row by row. */
final class SuiteSheet implements StreamedWorkbook.Rows {

  private static final int MOST_BLOCK_ROWS = 200;

  private final String file;
  private final String sheet;
  private final Policy policy;
  private final SheetFindings findings;
  private final Consumer<Scenario> cases;
  private final BiPredicate<Suite, Place> newSuite;
  private final Outside outside;
  private final NavigableMap<Integer, NavigableMap<Integer, Content>> block = new TreeMap<>();
  private @Nullable SuiteHeader header;
  private @Nullable CaseRows rows;
  private @Nullable Suite suite;
  private int last;
  private boolean atEnd;
  private boolean blockIsSound = true;

  /**
   * A sheet.
   *
   * @param cases takes each case with nothing wrong
   * @param newSuite takes the suite and where its id stands; false if there is one of that id
   *     already
   */
  SuiteSheet(
      String file,
      String sheet,
      Policy policy,
      SheetFindings findings,
      Consumer<Scenario> cases,
      BiPredicate<Suite, Place> newSuite) {
    this.file = file;
    this.sheet = sheet;
    this.policy = policy;
    this.findings = findings;
    this.cases = cases;
    this.newSuite = newSuite;
    this.outside = new Outside(findings);
  }

  @Override
  public void take(StreamedRow row) {
    if (header == null) {
      blockIsSound &= row.sound();
      if (row.number() > 1 && SuiteHeader.isHeader(row.cells().values())) {
        begin(row);
      } else if (block.size() < MOST_BLOCK_ROWS) {
        block.put(row.number(), row.cells());
      }
    } else if (rows != null && !findings.isFull()) {
      takeCase(row, header, rows);
    }
  }

  private void begin(StreamedRow row) {
    var above = new SuiteBlock(new Cells(Sheet.of(block), findings), policy, row.number());
    var found = new SuiteHeader(row.number(), row.cells(), above.topic(), findings);
    header = found;
    last = row.number();
    rows = new CaseRows(found, above, new CaseGrammar(policy, above.topic()), findings);
    above
        .suite(file, sheet)
        .ifPresent(
            read -> {
              String id = above.idCell().map(Address::toString).orElse("");
              boolean isNew = newSuite.test(read, findings.place(id));
              if (isNew && blockIsSound && findings.isEmpty()) {
                suite = read;
              } else if (!isNew) {
                above
                    .idCell()
                    .ifPresent(
                        at ->
                            findings.at(
                                at,
                                "duplicate-suite",
                                "an id of its own",
                                "`" + read.id() + "` again",
                                "Give one of the two suites another id."));
              }
            });
  }

  private void takeCase(StreamedRow row, SuiteHeader above, CaseRows below) {
    boolean isGap = row.number() > last + 1;
    if (!atEnd && isGap && SuiteHeader.isHeader(row.cells().values())) {
      atEnd = true;
    }
    var inside = row.cells().subMap(above.firstColumn(), true, above.lastColumn(), true);
    if (atEnd || inside.isEmpty()) {
      outside.add(row.number(), row.cells());
      return;
    }
    outside.add(row.number(), row.cells().headMap(above.firstColumn(), false));
    outside.add(row.number(), row.cells().tailMap(above.lastColumn(), false));
    if (isGap) {
      findings.across(
          Area.of(last + 1, above.firstColumn(), row.number() - 1, above.lastColumn()),
          "blank-row",
          "rows without gaps",
          row.number() == last + 2 ? "a blank row" : "blank rows",
          "Delete the blank rows.");
    }
    last = row.number();
    var reading = below.read(row);
    if (suite != null && !outside.isIn(row.number())) {
      Suite of = suite;
      reading.ifPresent(found -> cases.accept(found.scenario(of)));
    }
  }

  @Override
  public int end() {
    outside.tell();
    if (header == null) {
      findings.whole(
          "no-suite",
          "a header row with `Scenario`, facts, and expectations marked `expect →`",
          "none",
          "Lay the sheet out as a suite, or move it to another workbook.");
      return Integer.MAX_VALUE;
    }
    if (last == header.row()) {
      findings.across(
          header.area(last + 1),
          "no-rows",
          "at least one case",
          "none",
          "Write the cases directly below the header.");
    }
    return header.row();
  }
}
