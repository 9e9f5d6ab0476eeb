package dev.plumbline.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CourseTest {
    private final Course course = SampleMarks.course();

    @Test
    void whatIsCommonIsCounted() {
        assertThat(course.states())
                .containsEntry(State.JUDGED, 2L)
                .containsEntry(State.DOES_NOT_COMPILE, 1L)
                .hasSize(2);
        assertThat(course.firstCauses())
                .containsExactly(new Course.Common(
                        "HS-1: it came <too> late & wrong", "HS-1", "It keeps HS-1", List.of("b b\"<i>")));
        assertThat(course.failures()).containsEntry("HS-1", 1).hasSize(1);
    }

    /** Of those who were judged: 12.5 and 5. */
    @Test
    void theMedianLiesInTheMiddle() {
        assertThat(course.median()).hasToString("8.75");
        assertThat(course.median(0)).hasToString("7.50");
        assertThat(new Course(course.rubric(), 7, "", List.of()).median()).hasToString("0");
    }

    /** A spreadsheet must not take a name for a formula. */
    @Test
    void theTableIsOneThatProgramsRead() {
        assertThat(MarksCsv.of(course).split("\r\n", -1))
                .containsExactly(
                        "id,name,points,max,state,verdict,The handshake,<b>UDP</b>,passed,failed,inconclusive,not claimed,"
                                + "first,remark",
                        "alice,Alice A.,12.50,12.5,judged,CONFORMS,10.00,2.50,3,0,0,0,,",
                        "\"b b\"\"<i>\",\"'=Bob, \"\"<B>\"\"\",5.00,12.5,judged,DOES NOT CONFORM,5.00,0.00,1,1,0,1,HS-1,"
                                + "HS-1: it came <too> late & wrong",
                        "carl,carl,0.00,12.5,does not compile,,0.00,0.00,0,0,0,0,,A.java:1: no; & more",
                        "");
    }
}
