package nz.cleancar.api;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;

/** What the generated documentation says of the service as a whole. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Clean Car Standard",
            version = "1",
            description =
                "Decides whether a vehicle may be certified under New Zealand's Clean Car Standard,"
                    + " and what it owes or earns, and says why."))
final class Documentation {

  private Documentation() {}
}
