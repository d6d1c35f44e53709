package nz.cleancar.scenario.xlsx;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import nz.cleancar.policy.table.Vocabulary;
import nz.cleancar.scenario.Scenario;
import nz.cleancar.scenario.Suite;
import nz.cleancar.scenario.SuiteWriter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes a suite as an Excel workbook (.xlsx) of one sheet. Safe for many threads at once. */
@Singleton
public final class XlsxSuiteWriter implements SuiteWriter {

  @Override
  public boolean writes(String file) {
    return file.toLowerCase(Locale.ROOT).endsWith(".xlsx");
  }

  @Override
  public byte[] write(Suite suite, List<Scenario> scenarios, Vocabulary vocabulary) {
    try (var workbook = new XSSFWorkbook();
        var out = new ByteArrayOutputStream()) {
      new WrittenSheet(workbook, suite, SuitePlan.of(suite.topic(), scenarios, vocabulary))
          .write(scenarios);
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
