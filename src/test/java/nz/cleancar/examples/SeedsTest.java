package nz.cleancar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/seeds.md: every sentence has a proof, and every proof is a test that is there. */
class SeedsTest {

  private static final Path TABLE = Path.of("docs", "seeds.md");
  private static final Path TESTS = Path.of("src", "test", "java");

  /** How many sentences each seed has that say what the system does. */
  private static final NavigableMap<Integer, Integer> SENTENCES =
      new TreeMap<>(Map.of(0, 12, 1, 18, 2, 20, 3, 8));

  private static final Pattern ROW = Pattern.compile("\\| (\\d\\.\\d+) \\| (.+) \\| (.+) \\|");
  private static final Pattern PROOF = Pattern.compile("`(\\w+)#(\\w+)`");

  @Test
  void every_sentence_of_the_seeds_names_a_test_that_is_there() throws IOException {
    // Given
    var tests = sources();

    // When
    var wrong = new ArrayList<String>();
    for (String line : rows()) {
      var row = ROW.matcher(line);
      if (!row.matches()) {
        wrong.add("Not a number, a sentence and a proof: " + line);
        continue;
      }
      var proofs = PROOF.matcher(row.group(3)).results().toList();
      if (proofs.isEmpty()) {
        wrong.add("Sentence " + row.group(1) + " has no proof.");
      }
      proofs.stream()
          .filter(proof -> !has(tests, proof.group(1), proof.group(2)))
          .forEach(proof -> wrong.add(row.group(1) + " names " + proof.group() + ", no test."));
    }

    // Then
    assertThat(wrong).isEmpty();
  }

  @Test
  void all_four_seeds_are_there_with_all_their_sentences_in_order() throws IOException {
    // When
    var numbers = rows().stream().map(row -> row.substring(2, row.indexOf(' ', 2))).toList();

    // Then
    assertThat(numbers)
        .containsExactlyElementsOf(
            SENTENCES.entrySet().stream()
                .flatMap(
                    seed ->
                        IntStream.rangeClosed(1, seed.getValue())
                            .mapToObj(sentence -> seed.getKey() + "." + sentence))
                .toList());
  }

  private static List<String> rows() throws IOException {
    return Files.readAllLines(TABLE).stream().filter(line -> line.matches("\\| \\d.*")).toList();
  }

  private static boolean has(Map<String, String> tests, String type, String method) {
    return Pattern.compile("\\bvoid " + method + "\\(|\\bboolean " + method + "\\(")
        .matcher(tests.getOrDefault(type, ""))
        .find();
  }

  /** Every test's source, by the name of its class. */
  private static Map<String, String> sources() throws IOException {
    var sources = new TreeMap<String, String>();
    try (Stream<Path> files = Files.walk(TESTS)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        String name = file.getFileName().toString();
        sources.put(name.substring(0, name.length() - ".java".length()), Files.readString(file));
      }
    }
    return sources;
  }
}
