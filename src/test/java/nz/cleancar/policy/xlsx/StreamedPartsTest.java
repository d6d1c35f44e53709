package nz.cleancar.policy.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import nz.cleancar.policy.Place;
import nz.cleancar.testing.Zips;
import org.junit.jupiter.api.Test;

class StreamedPartsTest {

  @Test
  void no_part_is_held_where_sheets_are_read_row_by_row() throws Exception {
    // Given
    byte[] workbook = Zips.with(Sample.table().bytes(), "xl/media/a.bin", new byte[10_000]);

    // When
    var parts = ZipParts.streamed(Place.of("a.xlsx"), workbook, Limits.SUITES);

    // Then
    assertThat(parts).containsKeys("xl/media/a.bin", "xl/worksheets/sheet1.xml");
    assertThat(parts.values()).allMatch(PackedPart.class::isInstance);
  }
}
