package taiyaku;

import java.util.List;
import org.omegat.gui.exttrans.IMachineTranslation;
import org.omegat.util.Language;

/**
 * The best remembered translation of a segment, for OmegaT's machine translation pane: that is where OmegaT lets plugins offer
 * something. Nothing is translated; the score says what it is worth.
 */
public final class MemoryMatches implements IMachineTranslation {
    private volatile boolean enabled = true;

    @Override
    public String getName() {
        return "Taiyaku";
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    /** OmegaT 5 and later switch engines on and off through this. */
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    @Override
    public String getTranslation(Language source, Language target, String text) {
        if (!enabled) {
            return null;
        }
        List<?> matches = Json.items(Server.THE.offered(source, target, text), "matches");
        if (matches.isEmpty()) {
            return null;
        }
        Object best = matches.get(0);
        String repaired = Json.text(Json.member(best, "repaired"), "target");
        return repaired.isEmpty() ? Json.text(best, "target") : repaired;
    }

    @Override
    public String getCachedTranslation(Language source, Language target, String text) {
        return null;
    }
}
