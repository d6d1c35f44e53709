package nz.cleancar.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nz.cleancar.message.NoticeMessage;
import nz.cleancar.notice.Outbox;
import nz.cleancar.notice.PostedNotice;
import nz.cleancar.notice.PostedNotice.State;
import nz.cleancar.security.Person;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;
import org.jspecify.annotations.Nullable;

/** Notices over HTTP: what holders and the agency were told, and whether it reached them. */
@Controller
@Secured(SecurityRule.IS_AUTHENTICATED)
@SecurityRequirement(name = Documentation.TOKEN)
@Tag(name = "Notices")
@ExecuteOn(TaskExecutors.BLOCKING)
final class NoticeController {

  private final Outbox outbox;
  private final AccountViews views;
  private final Doing doing;

  NoticeController(Outbox outbox, AccountViews views, Doing doing) {
    this.outbox = outbox;
    this.views = views;
    this.doing = doing;
  }

  /** What the holder of an account was told. */
  @Operation(
      summary = "What the holder of an account was told by e-mail, the newest first",
      description = "`limit` is at most 500; `after` goes on where a page ended.")
  @ApiResponse(
      responseCode = "200",
      description = "A page of notices",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = NoticeMessage.Page.class)))
  @Get("/accounts/{number}/notices")
  HttpResponse<byte[]> ofAccount(
      HttpRequest<?> http,
      Authentication signedIn,
      String number,
      @Nullable @QueryValue Integer limit,
      @Nullable @QueryValue String after) {
    Person person = TokenPeople.person(signedIn);
    return doing.read(
        http,
        () ->
            views
                .viewed(person, number)
                .then(
                    account ->
                        listed(limit, after, page -> outbox.toHolderOf(account.number(), page)))
                .map(page -> person.isAgency() ? page : page.toHolder()),
        views::ok);
  }

  /** All notices, or those in a state. */
  @Operation(
      summary = "All notices, to holders and to the agency, the newest first",
      description =
          "`state` lists those alone that are WAITING, SENT or GIVEN_UP. `limit` is at most 500;"
              + " `after` goes on where a page ended.")
  @ApiResponse(
      responseCode = "200",
      description = "A page of notices",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = NoticeMessage.Page.class)))
  @Get("/agency/notices")
  @Secured({"agency"})
  HttpResponse<byte[]> all(
      HttpRequest<?> http,
      @Nullable @QueryValue String state,
      @Nullable @QueryValue Integer limit,
      @Nullable @QueryValue String after) {
    return doing.read(
        http, () -> read(state).then(reading -> listed(limit, after, reading)), views::ok);
  }

  private Attempt<Function<Outbox.Page, List<PostedNotice>>> read(@Nullable String state) {
    if (state == null) {
      return Attempt.done(outbox::all);
    }
    Optional<State> named =
        Arrays.stream(State.values()).filter(each -> each.name().equals(state)).findFirst();
    return named.isEmpty()
        ? Attempt.refused(Refusal.invalid("state", "`state` is one of WAITING, SENT and GIVEN_UP."))
        : Attempt.done(page -> outbox.in(named.get(), page));
  }

  private static Attempt<NoticeMessage.Page> listed(
      @Nullable Integer limit,
      @Nullable String after,
      Function<Outbox.Page, List<PostedNotice>> read) {
    return AccountPaths.part(limit, after)
        .map(
            part ->
                NoticeMessage.Page.of(
                    read.apply(new Outbox.Page(part.after(), part.most())), part.most()));
  }
}
