Feature: SEND
  RFC 9293 section 3.10.2. Who has not closed can send, also when the other side has: CLOSE-WAIT can last as long as it likes. Who has
  closed has said that there is no more, and is held to it.

  @RFC9293/3.10.2-SEND
  Rule: SEND is served until the application has closed
    Scenario Outline: In <state>, SEND puts the data on the wire
      Given a connection in <state>
      When the endpoint's application calls SEND
      Then the endpoint answers with <answer>

      Examples:
        | state                            | answer   |
        | ESTABLISHED after an active open | its data |
        | ESTABLISHED after a passive open | its data |
        | CLOSE-WAIT                       | its data |

    @virtual-time
    Scenario Outline: In <state>, each of many SENDs is served, although there is not room for all of them at once
      Given a connection in <state>
      When the endpoint's application sends a long stream in many pieces
      Then the peer receives exactly what the endpoint's application sent

      Examples:
        | state                            |
        | ESTABLISHED after an active open |
        | ESTABLISHED after a passive open |
        | CLOSE-WAIT                       |

    Scenario Outline: In <state>, SEND is refused
      Given a connection in <state>
      When the endpoint's application calls SEND
      Then the call is refused
      And the endpoint answers with <answer>
      And the connection is <after>

      Examples:
        | state      | answer  | after      |
        | FIN-WAIT-1 | nothing | FIN-WAIT-1 |
        | FIN-WAIT-2 | nothing | FIN-WAIT-2 |
        | CLOSING    | nothing | CLOSING    |
        | LAST-ACK   | nothing | LAST-ACK   |
        | TIME-WAIT  | nothing | TIME-WAIT  |

    Scenario Outline: In <state>, SEND is refused while a CLOSE waits for data to be sent
      Given a connection in <state>
      And the peer takes its window back
      And the endpoint's application calls SEND
      And the endpoint's application calls CLOSE
      When the endpoint's application calls SEND
      Then the call is refused

      Examples:
        | state                            |
        | ESTABLISHED after an active open |
        | ESTABLISHED after a passive open |
        | CLOSE-WAIT                       |

    Scenario Outline: In <state>, SEND is refused while a CLOSE waits for the connection
      Given a connection in <state>
      And the endpoint's application calls SEND
      And the endpoint's application calls CLOSE
      When the endpoint's application calls SEND
      Then the call is refused

      Examples:
        | state                                  |
        | SYN-RECEIVED after a simultaneous open |

    Scenario Outline: In <state>, SEND is refused once the peer has reset the connection
      Given a connection in <state>
      And a reset arrives at the left edge
      And the endpoint's application is told that the connection was reset
      When the endpoint's application calls SEND
      Then the call is refused

      Examples:
        | state                            |
        | ESTABLISHED after an active open |
        | ESTABLISHED after a passive open |
        | CLOSE-WAIT                       |
