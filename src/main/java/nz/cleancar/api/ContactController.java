package nz.cleancar.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import nz.cleancar.agency.Contacts;
import nz.cleancar.api.Doing.Told;
import nz.cleancar.message.ContactMessage;
import nz.cleancar.security.Person;
import org.jspecify.annotations.Nullable;

/** The contact centre's log over HTTP. */
@Controller("/agency/contacts")
@Secured({"agency"})
@SecurityRequirement(name = Documentation.TOKEN)
@Tag(name = "Agency")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ContactController {

  private final Contacts contacts;
  private final Doing doing;
  private final Answers answers;

  ContactController(Contacts contacts, Doing doing, Answers answers) {
    this.contacts = contacts;
    this.doing = doing;
    this.answers = answers;
  }

  /** Notes a contact. */
  @Operation(
      summary = "Note that somebody called or wrote, what about, and how soon they were answered")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ContactMessage.Request.class)))
  @ApiResponse(
      responseCode = "200",
      description = "The contact",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ContactMessage.class)))
  @Post
  HttpResponse<byte[]> note(HttpRequest<?> http, Authentication signedIn, @Body byte[] body) {
    Person agency = TokenPeople.person(signedIn);
    return doing.change(
        http,
        agency,
        body,
        ContactMessage.read(body),
        noted -> contacts.note(agency, noted),
        contact -> Told.ok(ContactMessage.from(contact)));
  }

  /** The contacts. */
  @Operation(
      summary = "Who got in touch, the newest first",
      description = "`limit` is at most 500; `after` goes on with what a page's `next` says.")
  @ApiResponse(
      responseCode = "200",
      description = "A page of contacts",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ContactMessage.Page.class)))
  @Get
  HttpResponse<byte[]> contacts(
      HttpRequest<?> http,
      @Nullable @QueryValue Integer limit,
      @Nullable @QueryValue String after) {
    return doing.read(
        http,
        () ->
            AccountPaths.part(limit, after)
                .map(
                    part ->
                        ContactMessage.Page.of(
                            contacts.before(part.after(), part.most()), part.most())),
        answers::okWith);
  }
}
