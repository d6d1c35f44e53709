package nz.cleancar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nz.cleancar.testing.PolicyCopy;
import nz.cleancar.testing.ShippedPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffTest {

  @TempDir private Path folder;

  private PolicyCopy copy;

  @BeforeEach
  void copyTheShippedPolicy() {
    copy = PolicyCopy.of(ShippedPolicy.FOLDER, folder.resolve("policy"));
  }

  private static Terminal.Printed diff(Object... arguments) {
    return Terminal.ccs(
        Stream.concat(Stream.of("diff", "--policy", ShippedPolicy.FOLDER), Stream.of(arguments))
            .toArray());
  }

  @Test
  void the_same_policy_means_the_same() {
    // When
    var printed = diff(ShippedPolicy.FOLDER, copy.folder());

    // Then
    assertThat(printed.exitCode()).isZero();
    assertThat(printed.text())
        .contains("No cell and no line differs.", "Proved: every question has the same outcome.");
  }

  @Test
  void a_rate_is_told_by_its_cell_its_region_and_a_question() {
    // Given
    copy.table("charge-rates").change("D17", 27);

    // When
    var printed = diff(copy.folder(), ShippedPolicy.FOLDER);

    // Then
    assertThat(printed.exitCode()).isOne();
    assertThat(printed.text())
        .contains(
            "D17  Charge rate (NZD per g): 27 → 6",
            "charge-rates answers otherwise in 1 region",
            "Legal date [2026-01-01..2027-12-31], Scheme PAYG, Vehicle condition USED",
            "Charge rate $27.00 per g → $6.00 per g (−$21.00 per g)",
            "Proved: every question that asks no table inside a region above");
  }

  @Test
  void one_of_the_two_comparisons_can_be_had_alone() {
    // Given
    copy.table("charge-rates").change("D17", 27);

    // When
    var cells = diff("--cells", copy.folder(), ShippedPolicy.FOLDER);
    var meaning = diff("--meaning", copy.folder(), ShippedPolicy.FOLDER);

    // Then
    assertThat(cells.text()).contains("CELLS").doesNotContain("MEANING");
    assertThat(meaning.text()).contains("MEANING").doesNotContain("CELLS");
  }

  @Test
  void changed_rules_are_told_by_their_lines_and_prove_nothing() {
    // Given
    copy.file("rules/acceptance.drl").append("// a remark\n");

    // When
    var printed = diff(ShippedPolicy.FOLDER, copy.folder());

    // Then
    assertThat(printed.exitCode()).isOne();
    assertThat(printed.text())
        .contains(
            "acceptance.drl: 1 line added, 0 removed",
            "// a remark",
            "Not proved: the rule sets changed.",
            "Of 20,000 questions of all topics, 0 have another outcome.");
  }

  @Test
  void a_policy_that_cannot_be_read_is_told_as_check_tells_it() {
    // Given
    copy.table("charge-rates").change("D17", "six");

    // When
    var printed = diff(ShippedPolicy.FOLDER, copy.folder());

    // Then
    assertThat(printed.exitCode()).isEqualTo(2);
    assertThat(printed.text()).contains("charge-rates.xlsx, sheet Charge rates, cell D17: error");
  }

  @Test
  void a_zip_file_of_a_folder_is_a_policy_too() throws IOException {
    // Given
    var zip = folder.resolve("policy.zip");
    zip(copy.folder(), zip);

    // When
    var printed = diff("--meaning", ShippedPolicy.FOLDER, zip);

    // Then
    assertThat(printed.exitCode()).isZero();
  }

  @Test
  void two_workbooks_are_compared_by_their_cells() {
    // Given
    copy.table("charge-rates").change("D17", 27);

    // When
    var printed =
        diff(
            ShippedPolicy.FOLDER.resolve("decision-tables/charge-rates.xlsx"),
            copy.table("charge-rates").file());

    // Then
    assertThat(printed.exitCode()).isOne();
    assertThat(printed.text())
        .contains("D17  Charge rate (NZD per g): 6 → 27")
        .doesNotContain("MEANING");
  }

  @Test
  void what_is_no_policy_is_said() {
    // When
    var printed = diff(ShippedPolicy.FOLDER, folder.resolve("nowhere"));

    // Then
    assertThat(printed.text()).contains("There is neither a folder nor a file");
  }

  private static void zip(Path from, Path to) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(to));
        var files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(new ZipEntry("policy/" + from.relativize(file)));
        zip.write(Files.readAllBytes(file));
      }
    }
  }
}
