package nz.cleancar.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import nz.cleancar.message.VersionMessage;

/** Documents that a version of the policy is the answer. */
@ApiResponse(
    responseCode = "200",
    description = "The version",
    content =
        @Content(
            mediaType = "application/json",
            schema = @Schema(implementation = VersionMessage.class)))
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.SOURCE)
@interface AnswersVersion {}
