package nz.cleancar.bench.empty;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;

/** Takes the body that a decision is asked with, and does nothing with it. */
@Controller
final class EmptyController {

  private final byte[] answer;

  EmptyController(@Value("${bench.answer-bytes:0}") int answerBytes) {
    this.answer = new byte[answerBytes];
  }

  /** Takes the body as bytes and answers nothing. */
  @Post("/bytes")
  HttpResponse<?> bytes(@Body byte[] body) {
    return HttpResponse.ok();
  }

  /** Binds the body to records and answers as many bytes as a decision has. */
  @Post("/records")
  HttpResponse<byte[]> records(@Body AskedQuestion question) {
    return HttpResponse.ok(answer).contentType(MediaType.APPLICATION_JSON_TYPE);
  }
}
