package lv.varu.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import lv.varu.calendar.Riga;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationStatus;
import org.jspecify.annotations.Nullable;

/**
 * Consultations on a common scale of days.
 *
 * @param today percent from the left; none when today is not on the scale
 */
record TimeLine(List<Row> rows, List<Tick> ticks, @Nullable Double today) {
    private static final int TICKS = 6;
    private static final int MARGIN = 7;

    static TimeLine of(List<Consultation> consultations, LocalDate today) {
        if (consultations.isEmpty()) {
            return new TimeLine(List.of(), List.of(), null);
        }
        var spans = consultations.stream()
                .map(consultation -> spans(consultation, today))
                .toList();
        var first = spans.stream()
                .map(row -> row.get(0).from())
                .min(LocalDate::compareTo)
                .orElseThrow();
        var last = spans.stream()
                .map(row -> row.get(row.size() - 1).to())
                .max(LocalDate::compareTo)
                .orElseThrow();
        var scale = new Scale(first.minusDays(MARGIN), last.plusDays(MARGIN));
        var rows = new ArrayList<Row>();
        for (int i = 0; i < spans.size(); i++) {
            rows.add(new Row(
                    consultations.get(i), spans.get(i).stream().map(scale::part).toList()));
        }
        return new TimeLine(rows, scale.ticks(), scale.holds(today) ? scale.at(today) : null);
    }

    /** What has not ended lasts until today at least. */
    private static List<Span> spans(Consultation consultation, LocalDate today) {
        var spans = new ArrayList<Span>();
        var announced = day(consultation.announcedAt());
        if (announced != null && announced.isBefore(consultation.opensOn())) {
            spans.add(new Span(Part.ANNOUNCED, announced, consultation.opensOn()));
        }
        spans.add(new Span(
                Part.WINDOW, consultation.opensOn(), consultation.closesOn().plusDays(1)));
        if (consultation.status().compareTo(ConsultationStatus.CLOSED) >= 0
                && consultation.status() != ConsultationStatus.WITHDRAWN) {
            var closed = consultation.closesOn().plusDays(1);
            var delivered = until(day(consultation.deliveredAt()), closed, today);
            spans.add(new Span(Part.POSITION, closed, delivered));
            if (consultation.deliveredAt() != null) {
                var answered = until(day(consultation.answeredAt()), delivered, today);
                spans.add(new Span(Part.ANSWERS, delivered, answered));
                if (consultation.answeredAt() != null) {
                    spans.add(new Span(Part.REPORT, answered, until(day(consultation.reportedAt()), answered, today)));
                }
            }
        }
        return spans;
    }

    private static LocalDate until(@Nullable LocalDate end, LocalDate start, LocalDate today) {
        var last = end == null ? today : end;
        return last.isBefore(start) ? start : last;
    }

    private static @Nullable LocalDate day(@Nullable Instant instant) {
        return instant == null ? null : Riga.dayOf(instant);
    }

    /** Named by {@code insight.part.WINDOW}. */
    enum Part {
        ANNOUNCED,
        WINDOW,
        POSITION,
        ANSWERS,
        REPORT
    }

    private record Span(Part part, LocalDate from, LocalDate to) {}

    private record Scale(LocalDate first, LocalDate last) {
        double at(LocalDate day) {
            return 100.0 * ChronoUnit.DAYS.between(first, day) / Math.max(1, ChronoUnit.DAYS.between(first, last));
        }

        boolean holds(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }

        Bar part(Span span) {
            // Even a single day must be seen.
            return new Bar(
                    span.part(),
                    span.from(),
                    span.to().minusDays(1),
                    at(span.from()),
                    Math.max(0.4, at(span.to()) - at(span.from())));
        }

        /** The beginnings of months, as many as can be read on a phone. */
        List<Tick> ticks() {
            var from = YearMonth.from(first).plusMonths(1);
            long months = ChronoUnit.MONTHS.between(from, YearMonth.from(last)) + 1;
            int step = 1;
            while (months > (long) step * TICKS) {
                step = step < 3 ? step + 1 : step < 6 ? 6 : step < 12 ? 12 : step + 12;
            }
            var ticks = new ArrayList<Tick>();
            for (var month = from; !month.isAfter(YearMonth.from(last)); month = month.plusMonths(1)) {
                if ((month.getMonthValue() - 1) % Math.min(step, 12) == 0
                        && (step <= 12 || month.getYear() % (step / 12) == 0)) {
                    ticks.add(new Tick(at(month.atDay(1)), month.getMonthValue(), month.getYear()));
                }
            }
            return ticks;
        }
    }

    /** One consultation. */
    record Row(Consultation consultation, List<Bar> bars) {}

    /**
     * A part of its life.
     *
     * @param to the last day
     * @param x percent from the left, as is the width
     */
    record Bar(Part part, LocalDate from, LocalDate to, double x, double width) {}

    /** @param x percent from the left */
    record Tick(double x, int month, int year) {}
}
