package nz.cleancar.api;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityScheme;

/** What the generated documentation says of the service as a whole. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Clean Car Standard",
            version = "1",
            description =
                "Decides whether a vehicle may be certified under New Zealand's Clean Car Standard,"
                    + " and what it owes or earns, and says why. Whatever is asked may be answered 503"
                    + " `/problems/busy` with `Retry-After` where others are at work: nothing was done,"
                    + " and the same may be asked again."))
@SecurityScheme(
    name = Documentation.TOKEN,
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    description = "The token that `ccs person add` printed. Only changing the policy asks for it.")
final class Documentation {

  static final String TOKEN = "token";

  private Documentation() {}
}
