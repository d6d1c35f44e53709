package nz.cleancar.api;

import io.micronaut.http.MediaType;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;
import nz.cleancar.message.InputFault;
import nz.cleancar.policy.PolicyFolder;
import nz.cleancar.policy.PolicyZip;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The files that a request hands in: one that its query names, or those of a zip file. */
sealed interface HandedFiles {

  /** The content type of a workbook. */
  String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** The content type of a zip file. */
  String ZIP = "application/zip";

  /** Files by their path in the policy. */
  record Files(Map<String, byte[]> files) implements HandedFiles {}

  /** More bytes than are taken. */
  record TooLarge() implements HandedFiles {}

  /** Something that is no file of a policy. */
  record Faulty(InputFault fault) implements HandedFiles {}

  /** All bytes of the body, or as many as show that it is too large. */
  static Mono<ByteArrayOutputStream> collect(@Nullable Publisher<byte[]> body) {
    int most = PolicyFolder.DEFAULT_LIMITS.allBytes() + 1;
    Flux<byte[]> pieces = body == null ? Flux.empty() : Flux.from(body);
    return pieces
        .scan(
            new ByteArrayOutputStream(),
            (all, piece) -> {
              all.write(piece, 0, Math.min(piece.length, most - all.size()));
              return all;
            })
        .takeUntil(all -> all.size() >= most)
        .last();
  }

  /** The files of a body of this content type, of which the query names this one. */
  static HandedFiles of(byte[] body, Optional<MediaType> type, Optional<String> file) {
    var limits = PolicyFolder.DEFAULT_LIMITS;
    if (type.filter(each -> each.matches(MediaType.of(ZIP))).isPresent()) {
      return body.length > limits.allBytes() ? new TooLarge() : unzipped(body, limits);
    }
    if (body.length > limits.fileBytes()) {
      return new TooLarge();
    }
    if (body.length == 0) {
      return new Faulty(new InputFault("", "has no file in its body"));
    }
    return file.<HandedFiles>map(name -> new Files(Map.of(path(name), body)))
        .orElseGet(
            () ->
                new Faulty(
                    new InputFault(
                        "#query/file", "must name the file, for example charge-rates.xlsx")));
  }

  private static HandedFiles unzipped(byte[] body, PolicyFolder.Limits limits) {
    return switch (PolicyZip.unzip(body, limits)) {
      case PolicyZip.Unzipped.Files(var files) -> new Files(files);
      case PolicyZip.Unzipped.Refused(String says) -> new Faulty(new InputFault("", says));
    };
  }

  /** A bare name lies in the folder that its ending belongs to. */
  private static String path(String name) {
    if (name.contains("/")) {
      return name;
    }
    return (name.endsWith(".xlsx") ? "decision-tables/" : "rules/") + name;
  }
}
