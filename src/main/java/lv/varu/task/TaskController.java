package lv.varu.task;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import lv.varu.account.NotAllowed;
import lv.varu.account.People;
import lv.varu.account.Person;
import lv.varu.account.SignedIn;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/darbs/uzdevumi/{id}")
class TaskController {
    private static final int LONGEST_NOTE = 2000;

    private final TaskDesk desk;
    private final TaskPages pages;
    private final Tasks tasks;
    private final TaskWords words;
    private final People people;
    private final SignedIn signedIn;

    TaskController(TaskDesk desk, TaskPages pages, Tasks tasks, TaskWords words, People people, SignedIn signedIn) {
        this.desk = desk;
        this.pages = pages;
        this.tasks = tasks;
        this.words = words;
        this.people = people;
        this.signedIn = signedIn;
    }

    @GetMapping
    String show(@PathVariable UUID id, Model model) {
        pages.show(id, signedIn.required(), model);
        return "task/page";
    }

    @PostMapping
    ModelAndView complete(
            @PathVariable UUID id,
            NativeWebRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        Person me = signedIn.required();
        Typed typed = Typed.of(request);
        return unlessLate(id, typed, model, () -> {
            try {
                desk.complete(id, typed, me);
            } catch (FormRefused refused) {
                pages.showTyped(id, refused.errors(), me, model);
                return page("task/page", refusedWith(response), model);
            }
            redirect.addFlashAttribute("flash", words.done(tasks.get(id)));
            return new ModelAndView("redirect:/darbs/uzdevumi");
        });
    }

    /** A screen may have said already that the failure is ours. */
    private static HttpStatusCode refusedWith(HttpServletResponse response) {
        HttpStatusCode said = HttpStatusCode.valueOf(response.getStatus());
        return said.isError() ? said : HttpStatus.UNPROCESSABLE_ENTITY;
    }

    @PostMapping(params = Typed.BUTTON + "=melnraksts")
    ModelAndView keep(@PathVariable UUID id, NativeWebRequest request, Model model, RedirectAttributes redirect) {
        Typed typed = Typed.of(request);
        return unlessLate(id, typed, model, () -> {
            desk.keep(id, typed, signedIn.required());
            return done(redirect, "task.draft.kept");
        });
    }

    @PostMapping("/uznemties")
    ModelAndView claim(@PathVariable UUID id, Model model, RedirectAttributes redirect) {
        return unlessLate(id, null, model, () -> {
            desk.claim(id, signedIn.required());
            return done(redirect, "task.claimed");
        });
    }

    @PostMapping("/parnemt")
    ModelAndView takeOver(@PathVariable UUID id, Model model, RedirectAttributes redirect) {
        return unlessLate(id, null, model, () -> {
            desk.takeOver(id, signedIn.required());
            return done(redirect, "task.takenOver");
        });
    }

    @PostMapping("/atdot")
    ModelAndView release(@PathVariable UUID id, Model model, RedirectAttributes redirect) {
        return unlessLate(id, null, model, () -> {
            desk.release(id, signedIn.required());
            return done(redirect, "task.released");
        });
    }

    @PostMapping("/nodot")
    ModelAndView handOver(@PathVariable UUID id, @RequestParam UUID kam, Model model, RedirectAttributes redirect) {
        Person to = people.find(kam).orElseThrow(NotAllowed::new);
        return unlessLate(id, null, model, () -> {
            desk.handOver(id, to, signedIn.required());
            return done(redirect, "task.handedOver", to.name());
        });
    }

    @PostMapping("/atlikt")
    ModelAndView followUp(
            @PathVariable UUID id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate lidz,
            Model model,
            RedirectAttributes redirect) {
        if (lidz != null && !words.isAhead(lidz)) {
            pages.show(id, signedIn.required(), model);
            model.addAttribute("deferRefused", true);
            return page("task/page", HttpStatus.UNPROCESSABLE_ENTITY, model);
        }
        return unlessLate(id, null, model, () -> {
            desk.followUp(id, lidz, signedIn.required());
            return lidz == null ? done(redirect, "task.resumed") : done(redirect, "task.deferred", words.date(lidz));
        });
    }

    @PostMapping("/piezime")
    ModelAndView note(@PathVariable UUID id, @RequestParam String teksts, Model model, RedirectAttributes redirect) {
        if (teksts.isBlank() || teksts.length() > LONGEST_NOTE) {
            pages.show(id, signedIn.required(), model);
            model.addAttribute("noteRefused", true);
            model.addAttribute("noteTyped", teksts);
            return page("task/page", HttpStatus.UNPROCESSABLE_ENTITY, model);
        }
        desk.note(id, teksts, signedIn.required());
        return done(redirect, "task.noted");
    }

    /** Whoever comes too late reads who was faster, beside everything that they typed. */
    private ModelAndView unlessLate(UUID id, @Nullable Typed typed, Model model, Supplier<ModelAndView> work) {
        try {
            return work.get();
        } catch (TaskAlreadyDone | TaskTaken | OptimisticLockingException | ConcurrencyFailureException late) {
            pages.showLate(id, typed, signedIn.required(), model);
            return page("task/late", HttpStatus.CONFLICT, model);
        }
    }

    private ModelAndView done(RedirectAttributes redirect, String message, Object... facts) {
        redirect.addFlashAttribute("flash", words.text(message, facts));
        return new ModelAndView("redirect:/darbs/uzdevumi/{id}");
    }

    private static ModelAndView page(String view, HttpStatusCode status, Model model) {
        ModelAndView page = new ModelAndView(view, model.asMap());
        page.setStatus(status);
        return page;
    }
}
