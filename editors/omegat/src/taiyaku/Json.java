package taiyaku;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON (RFC 8259): text in, maps, lists, strings, numbers, booleans and nulls out; and strings into JSON. */
final class Json {
    /** Deeper than any answer; what is nested deeper is refused and not followed. */
    private static final int DEEPEST = 64;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** Reads a whole text; anything but one value is refused. */
    static Object parse(String text) {
        Json json = new Json(text);
        Object value = json.value(0);
        json.space();
        if (json.at < text.length()) {
            throw json.wrong("nothing more");
        }
        return value;
    }

    /** A text in quotes, with everything escaped that must be. */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < 0x20) {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** The member of an object, or null where it is none or has no such member. */
    static Object member(Object object, String name) {
        return object instanceof Map ? ((Map<?, ?>) object).get(name) : null;
    }

    /** The items of the member of an object; none where it is no list. */
    static List<?> items(Object object, String name) {
        Object member = member(object, name);
        return member instanceof List ? (List<?>) member : new ArrayList<Object>();
    }

    /** The text of a member; empty where it is none. */
    static String text(Object object, String name) {
        Object member = member(object, name);
        return member instanceof String ? (String) member : "";
    }

    /** The number of a member; 0 where it is none. */
    static int number(Object object, String name) {
        Object member = member(object, name);
        return member instanceof Number ? ((Number) member).intValue() : 0;
    }

    private Object value(int depth) {
        space();
        if (depth > DEEPEST) {
            throw wrong("fewer levels");
        }
        char c = next();
        switch (c) {
            case '{': return object(depth);
            case '[': return list(depth);
            case '"': return string();
            case 't': return word("rue", Boolean.TRUE);
            case 'f': return word("alse", Boolean.FALSE);
            case 'n': return word("ull", null);
            default: return number(at - 1);
        }
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        space();
        if (peek() == '}') {
            at++;
            return object;
        }
        while (true) {
            space();
            expect('"');
            String name = string();
            space();
            expect(':');
            object.put(name, value(depth + 1));
            space();
            char c = next();
            if (c == '}') {
                return object;
            }
            if (c != ',') {
                throw wrong("`,` or `}`");
            }
        }
    }

    private List<Object> list(int depth) {
        List<Object> list = new ArrayList<>();
        space();
        if (peek() == ']') {
            at++;
            return list;
        }
        while (true) {
            list.add(value(depth + 1));
            space();
            char c = next();
            if (c == ']') {
                return list;
            }
            if (c != ',') {
                throw wrong("`,` or `]`");
            }
        }
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        while (true) {
            char c = next();
            if (c == '"') {
                return string.toString();
            }
            if (c != '\\') {
                string.append(c);
                continue;
            }
            char escaped = next();
            switch (escaped) {
                case 'b': string.append('\b'); break;
                case 'f': string.append('\f'); break;
                case 'n': string.append('\n'); break;
                case 'r': string.append('\r'); break;
                case 't': string.append('\t'); break;
                case 'u':
                    if (at + 4 > text.length()) {
                        throw wrong("four digits");
                    }
                    string.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                    at += 4;
                    break;
                default: string.append(escaped);
            }
        }
    }

    private Double number(int from) {
        while (at < text.length() && "+-0123456789.eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return Double.valueOf(text.substring(from, at));
        } catch (NumberFormatException error) {
            throw wrong("a value");
        }
    }

    private Object word(String rest, Object value) {
        if (!text.startsWith(rest, at)) {
            throw wrong("a value");
        }
        at += rest.length();
        return value;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private char next() {
        if (at >= text.length()) {
            throw wrong("more");
        }
        return text.charAt(at++);
    }

    private void expect(char wanted) {
        if (next() != wanted) {
            throw wrong("`" + wanted + "`");
        }
    }

    private IllegalArgumentException wrong(String wanted) {
        return new IllegalArgumentException("The answer is no JSON: " + wanted + " wanted at character " + at + ".");
    }
}
