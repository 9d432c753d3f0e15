package taiyaku;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import org.omegat.core.glossaries.IGlossary;
import org.omegat.gui.glossary.GlossaryEntry;
import org.omegat.util.Language;

/** The terms of a segment, for OmegaT's glossary pane: every translation that may be used, with who says so. */
public final class TermGlossary implements IGlossary {
    @Override
    public List<GlossaryEntry> search(Language source, Language target, String text) {
        List<GlossaryEntry> entries = new ArrayList<>();
        Object offered = Server.THE.offered(source, target, text);
        for (Object term : Json.items(offered, "terms")) {
            Object concept = concept(offered, term);
            for (Object translation : Json.items(concept, "translations")) {
                String usage = Json.text(translation, "usage");
                if (usage.equals("forbidden") || usage.equals("deprecated")) {
                    continue;
                }
                boolean priority = usage.equals("preferred") && Json.text(translation, "review").equals("approved");
                entries.add(entry(Json.text(term, "text"), Json.text(translation, "text"), comment(concept, translation), priority));
            }
        }
        return entries;
    }

    /** The concept of a term, with its translations; null where the answer would have been too large with it. */
    private static Object concept(Object offered, Object term) {
        Object id = Json.member(term, "concept_id");
        for (Object concept : Json.items(offered, "concepts")) {
            if (id != null && id.equals(Json.member(Json.member(concept, "concept"), "id"))) {
                return concept;
            }
        }
        return null;
    }

    /** How it stands, who says so, and the definition. */
    private static String comment(Object concept, Object translation) {
        StringBuilder reasons = new StringBuilder();
        for (Object reason : Json.items(translation, "reasons")) {
            reasons.append(reasons.length() == 0 ? "" : ", ").append(reason);
        }
        Object confidence = Json.member(translation, "confidence");
        long percent = confidence instanceof Number ? Math.round(((Number) confidence).doubleValue() * 100) : 0;
        String comment = Json.text(translation, "usage") + ", " + Json.text(translation, "review") + ", " + percent + " % ("
            + reasons + ")";
        List<?> definitions = Json.items(Json.member(concept, "concept"), "definitions");
        return definitions.isEmpty() ? comment : comment + "\n" + Json.text(definitions.get(0), "text");
    }

    /** An entry: from version 4.2 on OmegaT also wants to know where it comes from. */
    private static GlossaryEntry entry(String source, String target, String comment, boolean priority) {
        try {
            for (Constructor<?> made : GlossaryEntry.class.getConstructors()) {
                Class<?>[] wants = made.getParameterTypes();
                if (wants.length == 5 && wants[0] == String.class && wants[3] == boolean.class && wants[4] == String.class) {
                    return (GlossaryEntry) made.newInstance(source, target, comment, priority, "Taiyaku");
                }
                if (wants.length == 4 && wants[0] == String.class && wants[3] == boolean.class) {
                    return (GlossaryEntry) made.newInstance(source, target, comment, priority);
                }
            }
        } catch (ReflectiveOperationException error) {
            throw new IllegalStateException("This OmegaT makes glossary entries in a way the plugin does not know.", error);
        }
        throw new IllegalStateException("This OmegaT makes glossary entries in a way the plugin does not know.");
    }
}
