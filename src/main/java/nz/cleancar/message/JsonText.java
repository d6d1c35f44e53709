package nz.cleancar.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.regex.Pattern;

/** Parses the bytes of a request into a {@link Json}: one value, UTF-8, of bounded depth. */
final class JsonText {

  /** How deep lists and objects may lie in each other. */
  static final int MAX_DEPTH = 16;

  /** What an empty body is told. */
  static final String EMPTY = "The body is empty; send a JSON object.";

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int LONGEST_COMPLAINT = 200;
  private static final Pattern CHARACTER_CODE = Pattern.compile(" \\(code \\d+[^)]*\\)|\\n.*");
  private static final Json NOTHING = new Json.Nothing();
  private static final Json TRUE = new Json.Flag(true);
  private static final Json FALSE = new Json.Flag(false);

  // The length of a body is bounded before it comes here.
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
          .build();

  private JsonText() {}

  /** What parsing gives. */
  sealed interface Parsed {

    /** One JSON value. */
    record Tree(Json json) implements Parsed {}

    /** Not JSON, and where and why not. */
    record Broken(String detail) implements Parsed {}
  }

  /** Parses the bytes. */
  static Parsed parse(byte[] bytes) {
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
    } catch (CharacterCodingException _) {
      return new Parsed.Broken("The body is not UTF-8.");
    }
    if (text.isBlank()) {
      return new Parsed.Broken(EMPTY);
    }
    return parse(text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
  }

  private static Parsed parse(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      parser.nextToken();
      Json json = value(parser, 1);
      if (parser.nextToken() != null) {
        return broken(parser, "something follows the end of the JSON value");
      }
      return new Parsed.Tree(json);
    } catch (TooDeep e) {
      return broken(e.parser, "lists and objects lie more than " + MAX_DEPTH + " deep");
    } catch (JsonProcessingException e) {
      var where = e.getLocation();
      String says = CHARACTER_CODE.matcher(e.getOriginalMessage()).replaceAll("");
      return broken(
          where == null ? 1 : where.getLineNr(), where == null ? 1 : where.getColumnNr(), says);
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory is always readable.", e);
    }
  }

  private static Json value(JsonParser parser, int depth) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> new Json.Text(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Digits(parser.getText());
      case VALUE_TRUE -> TRUE;
      case VALUE_FALSE -> FALSE;
      case VALUE_NULL -> NOTHING;
      case START_ARRAY -> items(parser, depth);
      case START_OBJECT -> members(parser, depth);
      case END_ARRAY, END_OBJECT, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("No value starts with " + parser.currentToken() + ".");
    };
  }

  private static Json items(JsonParser parser, int depth) throws IOException {
    checkDepth(parser, depth);
    var items = new ArrayList<Json>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser, depth + 1));
    }
    return new Json.Items(items);
  }

  private static Json members(JsonParser parser, int depth) throws IOException {
    checkDepth(parser, depth);
    var members = new ArrayList<Json.Member>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      members.add(new Json.Member(name, value(parser, depth + 1)));
    }
    return new Json.Members(members);
  }

  private static void checkDepth(JsonParser parser, int depth) throws TooDeep {
    if (depth > MAX_DEPTH) {
      throw new TooDeep(parser);
    }
  }

  private static Parsed broken(JsonParser parser, String says) {
    var where = parser.currentTokenLocation();
    return broken(where.getLineNr(), where.getColumnNr(), says);
  }

  private static Parsed broken(int line, int column, String says) {
    String shortened =
        says.length() <= LONGEST_COMPLAINT ? says : says.substring(0, LONGEST_COMPLAINT) + "…";
    return new Parsed.Broken(
        "The body is not JSON: line " + line + ", column " + column + ": " + shortened + ".");
  }

  private static final class TooDeep extends IOException {

    private final transient JsonParser parser;

    TooDeep(JsonParser parser) {
      super("too deep");
      this.parser = parser;
    }
  }
}
