Feature: SEGMENT ARRIVES in CLOSED
  RFC 9293 section 3.10.7.1. Where there is no connection, whoever sends a segment has to learn that. The reset that says so has the
  numbers that its receiver will believe. Only a reset gets no answer: two hosts would reset one another for ever.

  @RFC9293/3.10.7.1-RST
  Rule: A segment without RST is answered with a reset, a reset with nothing
    Scenario Outline: In CLOSED, <segment> is answered with <answer>
      Given a connection in CLOSED
      When <segment> arrives at any number, acknowledging any number
      Then the endpoint answers with <answer>
      And the connection is CLOSED

      Examples:
        | segment               | answer            |
        | a SYN                 | a reset that fits |
        | a SYN and ACK         | a reset that fits |
        | a SYN with data       | a reset that fits |
        | an acknowledgment     | a reset that fits |
        | data                  | a reset that fits |
        | data without ACK      | a reset that fits |
        | a FIN                 | a reset that fits |
        | a FIN without ACK     | a reset that fits |
        | data and a FIN        | a reset that fits |
        | urgent data           | a reset that fits |
        | a reset               | nothing           |
        | a reset with ACK      | nothing           |
