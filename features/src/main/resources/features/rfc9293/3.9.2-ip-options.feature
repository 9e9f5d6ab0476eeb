Feature: RFC 9293 sections 3.8.1 and 3.9.2: what a peer may do in its IP header
  Some things a TCP may do or leave. Whoever leaves them must get on with a peer that does them (RFC 2119 section 5).

  Rule: A segment that is sent again may have the IP identification that it had before
    @RFC9293/MAY-4
    Scenario Outline: In <state>, a segment that came damaged before is taken under the same number
      Given a connection in <state>
      When data arrives at the left edge, in a packet that came damaged before, under the same number
      Then the endpoint answers with an acknowledgment of it
      And the endpoint's application is told of the new octets

      Examples:
        | state                            |
        | ESTABLISHED after an active open |
        | ESTABLISHED after a passive open |
        | FIN-WAIT-2                       |

  Rule: A segment may record its way, whoever looks at it in the end
    @RFC9293/MAY-10
    Scenario Outline: In <state>, <segment> that asks for timestamps is taken
      Given a connection in <state>
      When <segment> arrives <place>, in a packet that is stamped on its way
      Then the endpoint answers with <answer>

      Examples:
        | state                            | segment | place            | answer                  |
        | LISTEN                           | a SYN   | at any number    | a SYN and ACK           |
        | ESTABLISHED after a passive open | data    | at the left edge | an acknowledgment of it |
        | ESTABLISHED after an active open | data    | at the left edge | an acknowledgment of it |

    @RFC9293/MAY-11
    Scenario Outline: In <state>, <segment> that records its route is taken
      Given a connection in <state>
      When <segment> arrives <place>, in a packet that records its route
      Then the endpoint answers with <answer>

      Examples:
        | state                            | segment | place            | answer                  |
        | LISTEN                           | a SYN   | at any number    | a SYN and ACK           |
        | ESTABLISHED after a passive open | data    | at the left edge | an acknowledgment of it |
        | ESTABLISHED after an active open | data    | at the left edge | an acknowledgment of it |
