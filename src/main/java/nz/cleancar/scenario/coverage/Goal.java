package nz.cleancar.scenario.coverage;

import java.util.ArrayList;
import java.util.List;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.RuleName;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;

/** Something of a policy that scenarios should try. */
public sealed interface Goal {

  /** Where it stands. */
  Place place();

  /** What it is, as the start of a sentence: {@code Charge rates row 17}. */
  String says();

  /** Something of a table. */
  sealed interface OfTable extends Goal {
    /** The table. */
    PolicyTable table();
  }

  /** Something of a row. */
  sealed interface OfRow extends OfTable {
    /** The row. */
    Row row();
  }

  /** Something of one input cell. */
  sealed interface OfCell extends OfRow {
    /** Which input column it is, counted from 0. */
    int column();

    /** The value that the cell's column is asked. */
    Value value();

    /** The term of the column. */
    default Term term() {
      return table().inputs().get(column());
    }

    /** What all columns are asked: this value here, and elsewhere what the row's cells have. */
    default List<Condition> asked() {
      var asked = new ArrayList<>(row().conditions());
      asked.set(column(), new Condition.OneOf(List.of(value())));
      return asked;
    }

    @Override
    default Place place() {
      return new Place(table().workbook(), table().sheet(), table().cell(row(), column()));
    }
  }

  /** That a row answers. */
  record Fires(PolicyTable table, Row row) implements OfRow {
    @Override
    public Place place() {
      return new Place(table.workbook(), table.sheet(), row.cells());
    }

    @Override
    public String says() {
      return name(this);
    }
  }

  /** That a table answers although no row matches. */
  record AnswersOtherwise(PolicyTable table) implements OfTable {
    @Override
    public Place place() {
      return new Place(table.workbook(), table.sheet(), "");
    }

    @Override
    public String says() {
      return table.title() + ", the answer when no row matches";
    }
  }

  /** That a row answers with this value of a cell that lists several. */
  record Listed(PolicyTable table, Row row, int column, Value value) implements OfCell {
    @Override
    public String says() {
      return name(this) + ", " + term().heading() + " " + value.text();
    }
  }

  /**
   * That a table is asked the last value that matches a bound of a cell, or the first that does
   * not, while all other cells of the row match. Inside, the row must be what answers.
   *
   * @param value what is asked: one step from what the other side of the bound is asked
   * @param bound the bound as the cell has it
   * @param lower whether it is the lower bound of the cell
   * @param inside whether the value matches
   */
  record Side(
      PolicyTable table,
      Row row,
      int column,
      Value value,
      Value bound,
      boolean lower,
      boolean inside)
      implements OfCell {
    @Override
    public String says() {
      return "%s, %s just %s %s (%s)"
          .formatted(
              name(this),
              term().heading(),
              inside ? "inside" : "outside",
              bound.text(),
              value.text());
    }
  }

  /** That a rule of a rule set fires. */
  record RuleFires(RuleName rule) implements Goal {
    @Override
    public Place place() {
      return Place.of(rule.ruleSet() + ".drl");
    }

    @Override
    public String says() {
      return "Rule `" + rule.rule() + "` of " + rule.ruleSet();
    }
  }

  private static String name(OfRow goal) {
    return goal.table().title() + " row " + goal.row().number();
  }
}
