package nz.cleancar.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Shade;
import nz.cleancar.policy.Shade.Tint;
import nz.cleancar.scenario.coverage.CoverageReport;
import nz.cleancar.scenario.coverage.Goal;
import nz.cleancar.scenario.coverage.TableCoverage;
import nz.cleancar.scenario.coverage.Tried;

/** Shades of tables' workbooks: rows by how often they answered, and cells not fully tried. */
public final class CoverageShades {

  private CoverageShades() {}

  /** The shades of all tables. */
  public static List<Shade> of(CoverageReport report) {
    var shades = new ArrayList<Shade>();
    for (TableCoverage table : report.tables()) {
      var cells = CellsTried.of(table);
      for (Tried tried : table.tried()) {
        if (tried.goal() instanceof Goal.Fires fires) {
          shades.add(new Shade(fires.place(), tint(tried.times()), note(tried)));
        }
      }
      cells.untried().forEach((cell, goals) -> shades.add(shade(table, cell, goals)));
    }
    return List.copyOf(shades);
  }

  /** The colour of a row that answered so often. */
  static Tint tint(long times) {
    if (times == 0) {
      return Tint.BAD;
    }
    if (times < 10) {
      return Tint.FAINT;
    }
    if (times < 100) {
      return Tint.LIGHT;
    }
    return times < 1_000 ? Tint.MEDIUM : Tint.STRONG;
  }

  private static String note(Tried tried) {
    return tried.isTried() ? "" : "never fired";
  }

  private static Shade shade(TableCoverage table, String cell, List<Goal.OfCell> goals) {
    return new Shade(
        new Place(table.table().workbook(), table.table().sheet(), cell),
        Tint.BAD,
        goals.stream().map(CellsTried::note).collect(Collectors.joining("; ")));
  }
}
