package taiyaku;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * Where the server is and what to ask it: system properties first (`-Dtaiyaku.url=…`), then `taiyaku.properties` in the
 * folder of OmegaT's settings, then what is usual.
 */
final class Settings {
    final String url;
    final String token;
    final String[] projects;
    final int timeout;
    final int score;

    private Settings(Properties file) {
        url = of(file, "url", "http://127.0.0.1:8722").replaceAll("/+$", "");
        token = of(file, "token", "");
        String named = of(file, "projects", "");
        projects = named.isEmpty() ? new String[0] : named.split("\\s*,\\s*");
        timeout = within(of(file, "timeout_ms", "1500"), 100, 10_000, 1_500);
        score = within(of(file, "min_score", "70"), 50, 101, 70);
    }

    /** The settings as they are now. */
    static Settings load(String folder) {
        Properties properties = new Properties();
        File file = new File(folder, "taiyaku.properties");
        if (file.isFile()) {
            try (Reader reader = new InputStreamReader(new FileInputStream(file), StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException error) {
                Once.say("settings", file + " cannot be read: " + error.getMessage());
            }
        }
        return new Settings(properties);
    }

    private static String of(Properties file, String name, String usual) {
        String told = System.getProperty("taiyaku." + name);
        return (told != null ? told : file.getProperty(name, usual)).trim();
    }

    private static int within(String given, int least, int most, int usual) {
        try {
            return Math.max(least, Math.min(most, Integer.parseInt(given)));
        } catch (NumberFormatException error) {
            Once.say("number", "`" + given + "` is no whole number; " + usual + " is taken instead.");
            return usual;
        }
    }
}
