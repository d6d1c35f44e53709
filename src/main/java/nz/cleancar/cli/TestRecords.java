package nz.cleancar.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Optional;
import nz.cleancar.policy.Finding;
import nz.cleancar.report.JUnitXml;
import nz.cleancar.report.RunResult;
import nz.cleancar.scenario.SuiteResults;
import nz.cleancar.scenario.Verdict;
import org.jspecify.annotations.Nullable;

/** What a run of scenarios leaves behind, taken down verdict by verdict. */
final class TestRecords implements AutoCloseable {

  private final SuiteResults results = new SuiteResults();
  private final RunResult.Gathering gathering = new RunResult.Gathering();
  private final @Nullable Writer file;
  private final @Nullable JUnitXml junit;

  /**
   * Begins.
   *
   * @param xml where JUnit XML is to go, if it is wanted
   */
  TestRecords(Optional<Path> xml) {
    this.file = xml.map(Written::begun).orElse(null);
    this.junit = file == null ? null : new JUnitXml(file);
  }

  void judged(Verdict verdict) {
    results.add(verdict);
    gathering.add(verdict);
    if (junit != null) {
      junit.add(verdict);
    }
  }

  /** Something wrong with a suite. */
  void found(Finding finding) {
    gathering.add(finding);
    if (junit != null) {
      junit.add(finding);
    }
  }

  /** What came so far, with the first failures. */
  RunResult result() {
    return gathering.result();
  }

  /** What goes home into the suites. */
  SuiteResults results() {
    return results;
  }

  @Override
  public void close() {
    try (Writer _ = file;
        JUnitXml _ = junit) {
      // the XML ends, then the file
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
