package nz.cleancar.message;

import java.util.List;

/** A JSON value as it was sent: in order, with repeated names, numbers by their digits. */
sealed interface Json {

  /** What it is, as a sentence names it: {@code a text}. */
  String kind();

  /** A text. */
  record Text(String value) implements Json {
    @Override
    public String kind() {
      return "a text";
    }
  }

  /** A number, as it was written. */
  record Digits(String text) implements Json {
    @Override
    public String kind() {
      return "a number";
    }
  }

  /** True or false. */
  record Flag(boolean value) implements Json {
    @Override
    public String kind() {
      return value ? "true" : "false";
    }
  }

  /** The word {@code null}. */
  record Nothing() implements Json {
    @Override
    public String kind() {
      return "null";
    }
  }

  /** A list. */
  record Items(List<Json> all) implements Json {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /** An object. */
  record Members(List<Member> all) implements Json {
    @Override
    public String kind() {
      return "an object";
    }
  }

  /** A name and its value. */
  record Member(String name, Json value) {}
}
