package taiyaku;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.omegat.util.Language;
import org.omegat.util.StaticUtils;

/**
 * Asks a Taiyaku server what it has for a segment: one request gives terms and matches for both panes.
 *
 * Answers are kept for a minute, and one thread asks at a time, so both panes cost one request. A server that does not
 * answer is left alone for a while; what it says then is nothing, and the log says so once.
 */
final class Server {
    static final Server THE = new Server();

    private static final int KEPT = 200;
    private static final long KEPT_FOR = 60_000;
    private static final long LEFT_ALONE_FOR = 15_000;
    private static final int LARGEST_ANSWER = 16 * 1024 * 1024;

    private final Map<String, Answer> answers = new LinkedHashMap<String, Answer>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answer> eldest) {
            return size() > KEPT;
        }
    };
    private long leftAloneUntil;

    private Server() {}

    /** What was offered for a segment, and when. */
    private static final class Answer {
        final Object segment;
        final long at = System.currentTimeMillis();

        Answer(Object segment) {
            this.segment = segment;
        }
    }

    /** What the server offers for a text: an object with `terms`, their `concepts` and `matches`; null where it says nothing. */
    synchronized Object offered(Language source, Language target, String text) {
        if (text == null || text.trim().isEmpty() || text.length() > 10_000) {
            return null;
        }
        String key = source.getLanguage() + '\n' + target.getLanguage() + '\n' + text;
        Answer known = answers.get(key);
        long now = System.currentTimeMillis();
        if (known != null && now - known.at < KEPT_FOR) {
            return known.segment;
        }
        if (now < leftAloneUntil) {
            return null;
        }
        Settings settings = Settings.load(StaticUtils.getConfigDir());
        try {
            Object answer = Json.parse(ask(settings, body(settings, source, target, text)));
            List<?> segments = Json.items(answer, "segments");
            Map<String, Object> segment = new LinkedHashMap<>();
            segment.put("terms", segments.isEmpty() ? null : Json.member(segments.get(0), "terms"));
            segment.put("matches", segments.isEmpty() ? null : Json.member(segments.get(0), "matches"));
            segment.put("concepts", Json.member(answer, "concepts"));
            answers.put(key, new Answer(segment));
            Once.over("away", "the server at " + settings.url + " answers again.");
            return segment;
        } catch (IOException | RuntimeException error) {
            leftAloneUntil = System.currentTimeMillis() + LEFT_ALONE_FOR;
            Once.say("away", settings.url + ": " + error.getMessage() + " Terms and matches come again once it answers.");
            return null;
        }
    }

    private static String body(Settings settings, Language source, Language target, String text) {
        StringBuilder projects = new StringBuilder();
        for (String project : settings.projects) {
            projects.append(projects.length() == 0 ? "" : ",").append(Json.quote(project));
        }
        return "{\"segments\":[{\"text\":" + Json.quote(text) + "}],\"source_lang\":" + Json.quote(source.getLanguage())
            + ",\"target_lang\":" + Json.quote(target.getLanguage()) + ",\"projects\":[" + projects + "],\"limit\":50"
            + ",\"min_score\":" + settings.score + ",\"budget_ms\":" + Math.max(10, settings.timeout - 50) + "}";
    }

    private static String ask(Settings settings, String body) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL(settings.url + "/v1/suggestions").openConnection();
        connection.setConnectTimeout(settings.timeout);
        connection.setReadTimeout(settings.timeout);
        connection.setInstanceFollowRedirects(false);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setRequestProperty("Accept", "application/json");
        if (!settings.token.isEmpty()) {
            connection.setRequestProperty("Authorization", "Bearer " + settings.token);
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        connection.setFixedLengthStreamingMode(bytes.length);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(bytes);
        }
        int status = connection.getResponseCode();
        InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream();
        String answer = in == null ? "" : read(in);
        if (status == 200) {
            return answer;
        }
        String detail = "";
        try {
            detail = Json.text(Json.parse(answer), "detail");
        } catch (RuntimeException error) {
            // What is no JSON has nothing to say.
        }
        throw new IOException("it answered " + status + ". " + detail);
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[16_384];
        try (InputStream stream = in) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                all.write(buffer, 0, read);
                if (all.size() > LARGEST_ANSWER) {
                    throw new IOException("it answered more than " + LARGEST_ANSWER + " bytes.");
                }
            }
        }
        return new String(all.toByteArray(), StandardCharsets.UTF_8);
    }
}
