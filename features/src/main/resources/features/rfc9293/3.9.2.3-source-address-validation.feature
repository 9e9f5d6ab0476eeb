Feature: RFC 9293 section 3.9.2.3: source address validation
  A connection is between two hosts. Who asks from an address that no host has, or asks everybody at once, gets no answer.

  Rule: Nobody connects from an address that no host may have
    @RFC9293/MUST-63
    Scenario Outline: A SYN from <source> is ignored
      Given a connection in LISTEN
      When a SYN arrives at any number, in a packet from <source>
      Then the endpoint answers with nothing
      And the endpoint's application is told nothing
      And the connection is LISTEN

      Examples:
        | source                                          |
        | any address that no host may have               |
        | the broadcast address of the endpoint's network |

  Rule: Nobody connects to everybody
    @RFC9293/MUST-57
    Scenario Outline: In <state>, <segment> to many hosts is dropped
      Given a connection in <state>
      When <segment> arrives <place>, addressed to any broadcast or multicast address
      Then the endpoint answers with nothing
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                            | segment           | place            | after       |
        | LISTEN                           | a SYN             | at any number    | LISTEN      |
        | CLOSED                           | a SYN             | at any number    | CLOSED      |
        | CLOSED                           | an acknowledgment | at any number    | CLOSED      |
        | ESTABLISHED after a passive open | a reset           | at the left edge | ESTABLISHED |

    @RFC9293/MUST-46
    Scenario: OPEN to many hosts is refused
      Given a connection in CLOSED
      When the endpoint's application calls OPEN to any broadcast or multicast address
      Then the call is refused
      And the endpoint answers with nothing
