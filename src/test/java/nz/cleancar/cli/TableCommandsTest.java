package nz.cleancar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import nz.cleancar.testing.PolicyCopy;
import nz.cleancar.testing.ShippedPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TableCommandsTest {

  @TempDir private Path folder;
  private PolicyCopy policy = new PolicyCopy(Path.of(""));

  private record Ran(int exitCode, String out, String err) {}

  @BeforeEach
  void copy() {
    policy = PolicyCopy.of(ShippedPolicy.FOLDER, folder.resolve("policy"));
  }

  private Path workbook(String id) {
    return policy.folder().resolve("decision-tables").resolve(id + ".xlsx");
  }

  private Ran run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exitCode =
        new CommandLine(new Ccs())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .setExecutionExceptionHandler(
                (thrown, command, _) -> {
                  command.getErr().println(thrown.getMessage());
                  return Ccs.FAULTY;
                })
            .execute(arguments);
    return new Ran(exitCode, out.toString(), err.toString());
  }

  private Ran forGit(Path file) {
    return run(
        "table", "show", "--textconv", file.toString(), "--policy", policy.folder().toString());
  }

  @Test
  void a_table_is_shown_by_its_id_with_a_row_a_line() {
    // When
    var ran = run("table", "show", "charge-rates", "--policy", policy.folder().toString());

    // Then
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out()).startsWith("Charge rates\nTable: charge-rates\n");
    assertThat(ran.out()).contains("17  [2026-01-01..2027-12-31] | PAYG");
  }

  @Test
  void an_id_that_is_mistyped_is_told_with_the_nearest() {
    // When
    var ran = run("table", "show", "charge-rate", "--policy", policy.folder().toString());

    // Then
    assertThat(ran.exitCode()).isEqualTo(Ccs.FAULTY);
    assertThat(ran.err()).contains("the nearest is `charge-rates`.");
  }

  @Test
  void one_changed_cell_changes_one_line_for_git() {
    // Given
    String before = forGit(workbook("charge-rates")).out();
    policy.table("charge-rates").change("D17", 123456789);

    // When
    String after = forGit(workbook("charge-rates")).out();

    // Then
    assertThat(after.lines().filter(line -> !before.lines().toList().contains(line)))
        .singleElement()
        .asString()
        .startsWith("[2026-01-01..2027-12-31] | PAYG | USED | 123456789 | ");
  }

  @Test
  void a_workbook_with_findings_is_shown_as_it_stands_with_its_findings_below() {
    // Given
    policy.table("charge-rates").change("D17", "6.00");

    // When
    var ran = forGit(workbook("charge-rates"));

    // Then
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out())
        .startsWith("Charge rates\nTable: charge-rates\n")
        .contains("\n[2026-01-01..2027-12-31] | PAYG | USED | 6.00 | 2 | ")
        .contains("found `6.00`. ")
        .contains("[number-as-text]");
  }

  @Test
  void git_gets_an_answer_whatever_the_file_is() throws IOException {
    // Given
    Path noWorkbook = Files.write(folder.resolve("noise.xlsx"), new byte[] {1, 2, 3});

    // When
    var noise = forGit(noWorkbook);
    var none = forGit(folder.resolve("none.xlsx"));

    // Then
    assertThat(noise.exitCode()).isZero();
    assertThat(noise.out()).contains("[not-a-workbook]");
    assertThat(none.exitCode()).isZero();
    assertThat(none.out()).contains("There is no file");
  }

  @Test
  void check_writes_marked_copies_but_never_over_the_originals() throws IOException {
    // Given
    policy.table("charge-rates").change("D17", "6.00");
    byte[] original = Files.readAllBytes(workbook("charge-rates"));
    String home = policy.folder().toString();
    Path marked = folder.resolve("marked");

    // When
    var ran = run("check", "--policy", home, "--mark", marked.toString());
    var refused = run("check", "--policy", home, "--mark", policy.folder() + "/decision-tables");

    // Then
    assertThat(ran.out()).contains("Marked: ");
    assertThat(marked.resolve("charge-rates.xlsx")).exists();
    assertThat(refused.err()).contains("would overwrite the originals");
    assertThat(Files.readAllBytes(workbook("charge-rates"))).isEqualTo(original);
  }

  @Test
  void a_year_is_copied_beside_the_tables_unless_it_is_to_be_written() throws IOException {
    // Given
    byte[] original = Files.readAllBytes(workbook("annual-targets"));
    String home = policy.folder().toString();

    // When
    var ran = run("table", "next-year", "annual-targets", "2030", "--policy", home);
    var again = run("table", "next-year", "annual-targets", "2030", "--policy", home);
    byte[] untouched = Files.readAllBytes(workbook("annual-targets"));
    var written = run("table", "next-year", "annual-targets", "2030", "--policy", home, "--write");

    // Then
    assertThat(ran.out())
        .contains("C16: Vehicle type A, Year 2030", "no-counterpart", "cannot go live");
    assertThat(policy.folder().resolve("annual-targets-2030.xlsx")).exists();
    assertThat(again.err()).contains("already");
    assertThat(untouched).isEqualTo(original);
    assertThat(written.exitCode()).isZero();
    assertThat(Files.readAllBytes(workbook("annual-targets"))).isNotEqualTo(original);
  }
}
