package lv.varu.inquiry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lv.varu.inquiry.Inquiry.Line;
import lv.varu.privacy.Finding;
import lv.varu.privacy.PersonalData;

/** Everything that is kept about one address, by the feature that keeps it. */
record Dossier(String email, Map<PersonalData, List<Finding>> bySource) {

    public boolean isEmpty() {
        return bySource.values().stream().allMatch(List::isEmpty);
    }

    public long count() {
        return bySource.values().stream().mapToLong(List::size).sum();
    }

    public List<Group> groups() {
        var kinds = new LinkedHashMap<String, List<Finding>>();
        bySource.values()
                .forEach(findings ->
                        findings.forEach(found -> kinds.computeIfAbsent(found.kind(), kind -> new ArrayList<>())
                                .add(found)));
        return kinds.entrySet().stream()
                .map(kind -> new Group(kind.getKey(), kind.getValue()))
                .toList();
    }

    /** What an erasure does, in few lines. */
    List<Line> outlook(Collection<String> keptKinds) {
        var counted = groups().stream()
                .flatMap(group -> group.findings().stream())
                .collect(Collectors.groupingBy(
                        found -> line(found, keptKinds), LinkedHashMap::new, Collectors.counting()));
        return counted.entrySet().stream()
                .map(entry -> new Line(
                        entry.getKey().kind(),
                        entry.getKey().fate(),
                        entry.getKey().stays(),
                        entry.getValue()))
                .toList();
    }

    private static Line line(Finding found, Collection<String> keptKinds) {
        boolean kept = keptKinds.contains(found.kind()) && found.fate() != Finding.Fate.STAYS;
        return new Line(
                found.kind(),
                kept ? Line.Fate.KEPT : Line.Fate.valueOf(found.fate().name()),
                kept ? null : found.reason(),
                0);
    }

    /** The records of one kind. */
    record Group(String kind, List<Finding> findings) {
        static final int SHOWN = 50;

        public List<Finding> shown() {
            return findings.subList(0, Math.min(SHOWN, findings.size()));
        }

        public int more() {
            return Math.max(0, findings.size() - SHOWN);
        }

        public boolean canGo() {
            return findings.stream().anyMatch(found -> found.fate() != Finding.Fate.STAYS);
        }
    }
}
