package nz.cleancar.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nz.cleancar.testing.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineCutterTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 100})
  void lines_are_cut_wherever_the_pieces_end(int pieceSize) {
    // Given
    var cutter = new LineCutter(4);
    byte[] bytes = Samples.bytes("ab\n\n  \r\n12345\n1234\r\nend");
    var lines = new ArrayList<Line>();

    // When
    for (int start = 0; start < bytes.length; start += pieceSize) {
      int end = Math.min(bytes.length, start + pieceSize);
      lines.addAll(cutter.cut(java.util.Arrays.copyOfRange(bytes, start, end)));
    }
    cutter.end().ifPresent(lines::add);

    // Then
    assertThat(lines.stream().map(LineCutterTest::shown).toList())
        .isEqualTo(List.of("1:ab", "4:overlong", "5:overlong", "6:end"));
  }

  private static String shown(Line line) {
    return switch (line) {
      case Line.Whole(long number, byte[] bytes) ->
          number + ":" + new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
      case Line.Overlong(long number) -> number + ":overlong";
    };
  }
}
