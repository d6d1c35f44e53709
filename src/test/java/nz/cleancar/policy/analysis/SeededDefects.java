package nz.cleancar.policy.analysis;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nz.cleancar.testing.PolicyCopy;

/** Mistakes that somebody could make in the shipped tables, each with what is to be found. */
final class SeededDefects {

  /**
   * A mistake.
   *
   * @param name what was done
   * @param edit does it
   * @param found the code and the cells of each error and warning that there is then and was not
   *     before: {@code overlap@charge-rates A17:K17 & A13:K13}
   */
  record Defect(String name, Consumer<PolicyCopy> edit, List<String> found) {
    @Override
    public String toString() {
      return name;
    }
  }

  private SeededDefects() {}

  private static Defect cell(
      String name, String table, String cell, Object value, String... found) {
    return new Defect(name, policy -> policy.table(table).change(cell, value), List.of(found));
  }

  private static Defect removed(String name, String table, List<Integer> rows, String... found) {
    return new Defect(
        name,
        policy -> rows.reversed().forEach(row -> policy.table(table).remove(row)),
        List.of(found));
  }

  static List<Defect> all() {
    return Stream.of(targets(), rates(), types(), weights(), others())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Defect> targets() {
    String targets = "annual-targets";
    return List.of(
        removed(
            "a row dropped: type B has no 2027",
            targets,
            List.of(20),
            "gap@annual-targets B19 & B20",
            "ends@annual-targets B21 & B15"),
        removed(
            "a year dropped for both types",
            targets,
            List.of(12, 19),
            "gap@annual-targets B11 & B12",
            "gap@annual-targets B17 & B18",
            "ends@annual-targets B20 & B14"),
        removed(
            "the last year dropped while other tables have it",
            targets,
            List.of(15, 22),
            "no-counterpart@annual-targets B14 & A21:L21 & A34:L34 & A21:J21 & A22:J22 & A23:J23",
            "ends@annual-targets B20 & B14"),
        removed(
            "a type missing altogether",
            targets,
            List.of(16, 17, 18, 19, 20, 21, 22),
            "gap@annual-targets A9",
            "ends@annual-targets B15"),
        cell(
            "a year typed twice, so that another is missing",
            targets,
            "B20",
            2026,
            "gap@annual-targets B19 & B20",
            "overlap@annual-targets A20:F20 & A19:F19"),
        cell(
            "a year with two digits turned",
            targets,
            "B20",
            2072,
            "gap@annual-targets A13",
            "gap@annual-targets B15",
            "ends@annual-targets B20",
            "no-counterpart@weight-adjustment B21 & A20:F20 & A21:J21 & A22:J22 & A23:J23 & A24:J24"),
        cell(
            "the wrong type",
            targets,
            "A14",
            "B",
            "gap@annual-targets B13 & B15",
            "overlap@annual-targets A21:F21 & A14:F14"),
        cell(
            "a list that takes in another row's type",
            targets,
            "A9",
            "A; B",
            "overlap@annual-targets A16:F16 & A9:F9"),
        cell(
            "a year with no end that begins too late",
            targets,
            "B15",
            "> 2029",
            "gap@annual-targets B14 & B15",
            "gap@annual-targets B22",
            "no-counterpart@weight-adjustment B21 & A15:F15 & A21:J21 & A22:J22 & A23:J23 & A24:J24"),
        new Defect(
            "a row doubled",
            policy -> policy.table(targets).add("A", 2026, 108, "SL 2022/285", "reported", "again"),
            List.of("overlap@annual-targets A23:F23 & A12:F12")),
        cell("a word that is none", targets, "A14", "C", "word-not-allowed@annual-targets A14"),
        cell(
            "a year with a letter in it",
            targets,
            "B14",
            "2O28",
            "not-a-number@annual-targets B14"));
  }

  private static List<Defect> rates() {
    String rates = "charge-rates";
    return List.of(
        cell(
            "a period that begins a day early",
            rates,
            "A17",
            "[2025-12-31..2027-12-31]",
            "overlap@charge-rates A17:J17 & A13:J13"),
        cell(
            "a period that begins a day late",
            rates,
            "A17",
            "[2026-01-02..2027-12-31]",
            "gap@charge-rates A13 & A17"),
        cell(
            "a period that ends a year early",
            rates,
            "A17",
            "[2026-01-01..2026-12-31]",
            "gap@charge-rates A17 & A21"),
        cell(
            "a period that ends a day late",
            rates,
            "A17",
            "[2026-01-01..2028-01-01]",
            "overlap@charge-rates A21:J21 & A17:J17"),
        cell(
            "an open range that leaves out its first day",
            rates,
            "A21",
            "> 2028-01-01",
            "gap@charge-rates A17 & A21"),
        cell(
            "a comparison turned",
            rates,
            "A21",
            "<= 2028-01-01",
            "gap@charge-rates A10",
            "gap@charge-rates A12",
            "gap@charge-rates A21",
            "overlap@charge-rates A21:J21 & A9:J9",
            "overlap@charge-rates A21:J21 & A13:J13",
            "overlap@charge-rates A21:J21 & A17:J17"),
        cell(
            "a range end left out",
            rates,
            "A17",
            "[2026-01-01..2027-12-31)",
            "gap@charge-rates A17 & A21"),
        cell(
            "a range end opened",
            rates,
            "A13",
            ">= 2025-01-01",
            "overlap@charge-rates A17:J17 & A13:J13",
            "overlap@charge-rates A21:J21 & A13:J13"),
        cell(
            "an open end closed", rates, "A24", "[2028-01-01..2028-12-31]", "gap@charge-rates A24"),
        cell(
            "a date by a year",
            rates,
            "A13",
            "[2024-01-01..2024-12-31]",
            "gap@charge-rates A9 & A13",
            "overlap@charge-rates A13:J13 & A9:J9"),
        cell(
            "the wrong scheme",
            rates,
            "B19",
            "PAYG",
            "gap@charge-rates A15 & A23",
            "overlap@charge-rates A19:J19 & A17:J17"),
        cell(
            "the wrong condition",
            rates,
            "C18",
            "USED",
            "gap@charge-rates A14 & A22",
            "overlap@charge-rates A18:J18 & A17:J17"),
        cell("any where a word was", rates, "C9", "any", "overlap@charge-rates A10:J10 & A9:J9"),
        removed(
            "a scheme missing altogether",
            rates,
            List.of(11, 12, 15, 16, 19, 20, 23, 24),
            "gap@charge-rates B10",
            "gap@charge-rates B12",
            "gap@charge-rates B14",
            "gap@charge-rates B16"),
        new Defect(
            "a table that begins a year after the others",
            policy ->
                List.of("A9", "A10", "A11", "A12")
                    .forEach(cell -> policy.table(rates).change(cell, "[2024-01-01..2024-12-31]")),
            List.of("no-counterpart@charge-rates A9 & A9:F9 & A16:F16 & A9:L9 & A22:L22")),
        cell(
            "bounds swapped",
            rates,
            "A17",
            "[2027-12-31..2026-01-01]",
            "empty-range@charge-rates A17"),
        cell("a scheme mistyped", rates, "B17", "PAYGO", "word-not-allowed@charge-rates B17"),
        cell("a condition left empty", rates, "C17", "", "empty-cell@charge-rates C17"),
        cell(
            "a day that no calendar has",
            rates,
            "A17",
            "[2026-01-01..2027-02-29]",
            "not-a-day@charge-rates A17"));
  }

  private static List<Defect> types() {
    String types = "vehicle-types";
    return List.of(
        cell("a class dropped from a list", types, "A9", "MA; MC", "gap@vehicle-types A9"),
        cell(
            "a class in two rows",
            types,
            "A10",
            "NA; MD1",
            "overlap@vehicle-types A11:H11 & A10:H10"),
        cell(
            "a wrong class",
            types,
            "A11",
            "MD3",
            "gap@vehicle-types A9",
            "overlap@vehicle-types A14:H14 & A11:H11"),
        cell(
            "a limit that misses the next row's",
            types,
            "B13",
            "> 3600",
            "gap@vehicle-types B9 & B13",
            "gap@vehicle-types B10 & B13",
            "gap@vehicle-types B11 & B13",
            "gap@vehicle-types B12 & B13"),
        cell(
            "a limit that takes in the next row's",
            types,
            "B13",
            ">= 3500",
            "overlap@vehicle-types A13:H13 & A9:H9",
            "overlap@vehicle-types A13:H13 & A10:H10",
            "overlap@vehicle-types A13:H13 & A11:H11",
            "overlap@vehicle-types A13:H13 & A12:H12"),
        cell("a limit that leaves itself out", types, "B9", "< 3500", "gap@vehicle-types B9"),
        cell(
            "a limit turned",
            types,
            "B9",
            ">= 3500",
            "gap@vehicle-types B9",
            "overlap@vehicle-types A13:H13 & A9:H9"),
        removed("all trailers dropped", types, List.of(16), "gap@vehicle-types A9"));
  }

  private static List<Defect> weights() {
    String weights = "weight-adjustment";
    return List.of(
        cell(
            "a weight range that misses its upper bound",
            weights,
            "C13",
            "[1200..1900]",
            "gap@weight-adjustment C13 & C14"),
        cell(
            "a weight range that leaves out its lower bound",
            weights,
            "C13",
            "(1200..2000]",
            "gap@weight-adjustment C12 & C13"),
        cell(
            "a weight that begins too high",
            weights,
            "C14",
            "> 2100",
            "gap@weight-adjustment C13 & C14"),
        cell(
            "a weight that no vehicle has",
            weights,
            "C12",
            "< 0",
            "gap@weight-adjustment C12 & C13",
            "never-matches@weight-adjustment C12"),
        cell(
            "a year that three rows have already",
            weights,
            "B21",
            2028,
            "overlap@weight-adjustment A21:L21 & A18:L18",
            "overlap@weight-adjustment A21:L21 & A19:L19",
            "overlap@weight-adjustment A21:L21 & A20:L20",
            "gap@weight-adjustment B21",
            "ends@weight-adjustment B34"),
        removed(
            "the middle of three rows dropped",
            weights,
            List.of(26),
            "gap@weight-adjustment C25 & C26",
            "ends@weight-adjustment B33 & B21"));
  }

  private static List<Defect> others() {
    return List.of(
        cell(
            "the wrong test cycle",
            "test-cycles",
            "A9",
            "WLTP_4P",
            "gap@test-cycles A9",
            "overlap@test-cycles A10:I10 & A9:I9"),
        cell(
            "a sign turned",
            "acceptance",
            "B11",
            "> 0",
            "overlap@acceptance A11:L11 & A9:L9",
            "overlap@acceptance A11:L11 & A10:L10",
            "gap@acceptance A15"),
        cell("a difference that leaves out zero", "acceptance", "B9", "> 0", "gap@acceptance B9"),
        cell(
            "a yes for a no",
            "acceptance",
            "C10",
            "yes",
            "gap@acceptance C9",
            "overlap@acceptance A10:L10 & A9:L9"),
        cell("an any for a no", "acceptance", "D15", "any", "overlap@acceptance A15:L15 & A14:L14"),
        removed(
            "an account's case dropped",
            "account-standing",
            List.of(12),
            "gap@account-standing B9"),
        cell(
            "the wrong status",
            "account-standing",
            "A14",
            "SUSPENDED",
            "gap@account-standing A10",
            "overlap@account-standing A14:J14 & A13:J13"),
        cell(
            "a first row that takes everything",
            "credit-transfer",
            "A9",
            "any",
            "never-matches@credit-transfer A10:O10 & A9:O9",
            "never-matches@credit-transfer A11:O11 & A9:O9 & A10:O10",
            "never-matches@credit-transfer A12:O12 & A9:O9 & A10:O10",
            "never-matches@credit-transfer A13:O13 & A9:O9 & A10:O10 & A11:O11 & A12:O12",
            "never-matches@credit-transfer A14:O14 & A9:O9 & A10:O10 & A11:O11 & A12:O12 & A13:O13",
            "never-matches@credit-transfer A15:O15 & A9:O9",
            "never-matches@credit-transfer A16:O16 & A9:O9",
            "never-matches@credit-transfer A17:O17 & A9:O9",
            "never-matches@credit-transfer A18:O18 & A9:O9",
            "never-matches@credit-transfer A19:O19 & A9:O9",
            "never-matches@credit-transfer A20:O20 & A9:O9"),
        cell(
            "a row that takes what was for one below",
            "credit-transfer",
            "G17",
            "any",
            "never-matches@credit-transfer A19:O19 & A17:O17"),
        cell(
            "a day between two rows",
            "credit-transfer",
            "G19",
            "> 2026-01-01",
            "gap@credit-transfer G17 & G19"),
        new Defect(
            "a ground named twice",
            policy ->
                policy
                    .table("exclusions")
                    .add("MOTORSPORT", "any", "any", "MOTORSPORT", "NZTA", "published", ""),
            List.of("says-the-same@exclusions A17:G17 & A9:G9")),
        cell(
            "an age that none can have",
            "exclusions",
            "B13",
            "< 0",
            "never-matches@exclusions B13"),
        cell(
            "a day on which no life is known",
            "credit-life",
            "A10",
            "> 2026-01-01",
            "gap@credit-life A9 & A10"),
        cell(
            "a year in which nothing is due",
            "fleet-settlement",
            "B10",
            ">= 2027",
            "gap@fleet-settlement B9 & B10"),
        cell(
            "an end for one condition alone",
            "fleet-settlement",
            "B12",
            2026,
            "gap@fleet-settlement B12"),
        removed("a case of closing dropped", "closing", List.of(15), "gap@closing A9"),
        cell(
            "a fee for no day",
            "administration-fee",
            "A9",
            "< 2025-06-30",
            "gap@administration-fee A9 & A10"),
        cell(
            "two fees on one day",
            "administration-fee",
            "A9",
            "<= 2025-07-01",
            "overlap@administration-fee A10:H10 & A9:H9"));
  }
}
